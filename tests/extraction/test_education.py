"""Schools, degrees and fields in the ways that people write them."""

from __future__ import annotations

import pytest

from tests.extraction.reading import profile

HEAD = "# Mira Solberg\n\n## Experience\n\n### Norrvik Ltd — Engineer, 2020 – 2022\n\n- Built billing services in Go.\n\n## Education\n\n"

SCHOOLS: list[tuple[str, tuple[str, str | None, str | None, str | None, str | None]]] = [
    ('**BSc Computer Science**, University of Leeds, 2014–2017\n', ('University of Leeds', 'BSc', 'Computer Science', '2014', '2017')),
    ('### University of Leeds\nBSc (Hons) Computer Science, First Class — 2014 - 2017\n', ('University of Leeds', 'BSc', 'Computer Science', '2014', '2017')),
    ('**MIT** — M.Eng. in Electrical Engineering and Computer Science (2018)\n', ('MIT', 'M.Eng.', 'Electrical Engineering and Computer Science', None, '2018')),
    ('2009 – 2013: Bachelor of Technology (Information Technology), Anna University, Chennai, 8.2 CGPA\n', ('Anna University', 'Bachelor of Technology', 'Information Technology', '2009', '2013')),
    ('- Ph.D. Computer Science, ETH Zürich, 2010\n', ('ETH Zürich', 'Ph.D.', 'Computer Science', None, '2010')),
    ('**Technische Universität München** | Master of Science, Informatics | Oct 2015 – Sep 2017\n', ('Technische Universität München', 'Master of Science', 'Informatics', '2015', '2017')),
    ('| Degree | School | Year |\n|---|---|---|\n| B.E. Computer Engineering | Pune University | 2016 |\n', ('Pune University', 'B.E.', 'Computer Engineering', None, '2016')),
    ("Master's degree in Software Engineering - Universidad de los Andes, Bogotá (2012)\n", ('Universidad de los Andes', "Master's degree", 'Software Engineering', None, '2012')),
    ('#### Georgia Institute of Technology, Atlanta, GA\n*B.S. in Computer Science, Minor in Mathematics; GPA: 3.8/4.0* — May 2019\n', ('Georgia Institute of Technology', 'B.S.', 'Computer Science', None, '2019')),
    ('Diploma in Computer Programming, Seneca College, Toronto — 2011\n', ('Seneca College', 'Diploma', 'Computer Programming', None, '2011')),
    ('**Computer Science, MSc** \\\nKTH Royal Institute of Technology, Stockholm \\\n2013 - 2015\n', ('KTH Royal Institute of Technology', 'MSc', 'Computer Science', '2013', '2015')),
    ('B.Tech/B.E. - Electronics\nJNTU Hyderabad\n2018\n', ('JNTU Hyderabad', 'B.Tech/B.E.', 'Electronics', None, '2018')),
    ("Bachelor's, Physics; UCLA; Class of 2015\n", ('UCLA', "Bachelor's", 'Physics', None, '2015')),
    ('MBA, INSEAD (2016)\n\nBSc Mathematics, Universidade de Lisboa (2010)\n', ('INSEAD', 'MBA', None, None, '2016')),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SCHOOLS)
def test_school(text: str, expected: tuple[str | None, ...]) -> None:
    school = profile(HEAD + text).education[0]
    years = tuple(date[:4] if date else None for date in (school.start_date, school.end_date))
    assert (school.institution, school.degree, school.field, *years) == expected
