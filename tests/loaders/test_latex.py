"""LaTeX: plain article, the popular classes, macros of the source's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

OWN_MACROS = r"""
\documentclass[11pt]{article}
\usepackage[margin=1in]{geometry}
\newcommand{\point}[1]{\item\small{#1\vspace{-2pt}}}
\newcommand{\entry}[4]{
  \vspace{-2pt}\item
    \begin{tabular*}{0.97\textwidth}[t]{l@{\extracolsep{\fill}}r}
      \textbf{#1} & #2 \\
      \textit{\small#3} & \textit{\small #4} \\
    \end{tabular*}\vspace{-7pt}
}
\newcommand{\entries}{\begin{itemize}[leftmargin=0.1in, label={}]}
\newcommand{\points}{\begin{itemize}}
\newcommand{\done}{\end{itemize}}
\def\stack#1{\textit{Tools: #1}}
\begin{document}
\begin{center}
  \textbf{\Huge \scshape Zo\"e M\'{a}ri\v{c}} \\ \vspace{1pt}
  \small 555-0100 $|$ \href{mailto:z@example.org}{\underline{z@example.org}} % a comment
\end{center}
\section{Experience}
  \entries
    \entry
      {Engineer}{June 2020 -- Present}
      {Salt \& Sons}{Gda\'nsk}
      \points
        \point{Built a pipeline in Go
        and cut cost by 30\% ($10 \rightarrow 7$ k\$)}
        \point{\textbf{Led} two people}
      \done
  \done
\stack{Go, SQL}
\section*{Skills}
\begin{itemize}[label={}]
  \small{\item{\textbf{Languages}{: Go, C\#} \\ \textbf{Tools}{: Git}}}
\end{itemize}
\end{document}
not shown
"""

MODERNCV = r"""
\documentclass[11pt,a4paper]{moderncv}
\moderncvstyle{classic}
\firstname{Ove}
\familyname{Lunde}
\title{Site engineer}
\phone[mobile]{+47~555~0100}
\email{ove@example.org}
\begin{document}
\makecvtitle
\section{Experience}
\cventry{2019--2021}{Engineer}{Fjord AS}{Bergen}{}{Kept the pumps going.%
\begin{itemize}%
\item Wrote the alarms
  \begin{itemize}\item and silenced them\end{itemize}
\end{itemize}}
\cvitem{Languages}{Norwegian, Python}
\cvlistitem{Sailing}
\end{document}
"""

AWESOME = r"""
\documentclass{awesome-cv}
\name{Ida}{Brandt}
\position{Analyst{\enskip\cdotp\enskip}Writer}
\begin{document}
\makecvheader
\cvsection{Work}
\begin{cventries}
  \cventry
    {Analyst} % title
    {Kelp GmbH} % employer
    {Kiel} % place
    {Jan. 2020 - Present} % dates
    {
      \begin{cvitems}
        \item {Counted kelp.}
        \item {Sold kelp.}
      \end{cvitems}
    }
\end{cventries}
\begin{cvskills}
  \cvskill{Tools}{R, SQL}
\end{cvskills}
\end{document}
"""

PLAIN = r"""
\documentclass{res}
\begin{document}
\name{Per Dahl}
\begin{resume}
\section{EDUCATION}
\employer{Mill Works} \hfill \textbf{Lund} \\
{\it Fitter} \hfill 2001---2005

\begin{tabular}{ll}
\textbf{Trade} & Year \\ \hline
Welding & 1999 \\
\end{tabular}

\begin{description}
\item[Tools] lathe, ``press''
\item[--] drill
\end{description}
\begin{rSection}{Projects}
\begin{rSubsection}{Barn}{2003}{Owner}{}
\item Raised it
\end{rSubsection}
\end{rSection}
\cvtag{Go} \cvtag{C}
\medskip
A paragraph that
goes on.
\end{resume}
\end{document}
"""


def test_macros_of_the_source_are_expanded(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(OWN_MACROS, "cv.tex") == [
        "T* Zoë Márič",
        "~T 555-0100 | z@example.org",
        "~H1 Experience",
        "~T Engineer | June 2020 – Present",
        "T* Salt & Sons | Gdańsk",
        "I Built a pipeline in Go and cut cost by 30% (10 → 7 k$)",
        "I Led two people",
        "T* Tools: Go, SQL",
        "~H1 Skills",
        "~T Languages: Go, C#",
        "T Tools: Git",
    ]


def test_moderncv(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(MODERNCV, "cv.tex") == [
        "T* Ove Lunde",
        "T Site engineer",
        "T +47 555 0100",
        "T ove@example.org",
        "~H1 Experience",
        "T 2019–2021 | Engineer | Fjord AS | Bergen",
        "T Kept the pumps going.",
        "I Wrote the alarms",
        "I1 and silenced them",
        "T Languages | Norwegian, Python",
        "I Sailing",
    ]


def test_awesome_cv(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(AWESOME, "cv.tex") == [
        "T* Ida Brandt",
        "T Analyst · Writer",
        "~H1 Work",
        "T Analyst | Kelp GmbH | Kiel | Jan. 2020 - Present",
        "I Counted kelp.",
        "I Sold kelp.",
        "T Tools | R, SQL",
    ]


def test_plain_classes(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(PLAIN, "cv.tex") == [
        "T* Per Dahl",
        "~H1 EDUCATION",
        "T Mill Works | Lund",
        "T Fitter | 2001—2005",
        "~T Trade | Year",
        "T Welding | 1999",
        "~I Tools | lathe, “press”",
        "I drill",
        "~H1 Projects",
        "~H2 Barn | 2003 | Owner",
        "I Raised it",
        "T Go | C",
        "~T A paragraph that goes on.",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r"a~b -- c --- d ``e'' 50\% \#1 \_x A\&B {\ss}", ["T a b – c — d “e” 50% #1 _x A&B ß"]),
        (r"\'{\i} \c c \v{s} \~n \H{o} \r a \=e", ["T í ç š ñ ő å ē"]),
        (r"$x^{2}$ 1$^{st}$ $\geq$ 5 $\alpha$", ["T x2 1st ≥ 5 α"]),
        ("one\n\ntwo \\\\ three\\newline four", ["T one", "~T two", "T three", "T four"]),
        (r"\datedsubsection{Acme}{Engineer}{2020}", ["H2 Acme | Engineer | 2020"]),
        (r"\unknown{only one}" + "\n" + r"text \unknown{inline} text", ["T only one", "T text inline text"]),
        (r"\iffalse secret \fi shown \begin{comment} x \end{comment}", ["T shown"]),
        (r"\newcommand{\company}{Acme} \company{} Ltd", ["T Acme Ltd"]),
        (r"\newcommand{\firm}{\textbf} \firm{Acme} Ltd", ["T Acme Ltd"]),
        (r"\let\point\item \begin{itemize} \point one \point two \end{itemize}", ["I one", "I two"]),
        (r"\newcommand{\sidesection}[1]{\hspace{-9mm}\makebox[0pt][l]{\parbox{1in}{\bfseries #1}}} \sidesection{Work} Acme", ["H1 Work", "T Acme"]),
        (r"settle \texteuro{}40M \textbar{} a day", ["T settle €40M | a day"]),
        (r"\begin{textblock}{6.2}(0.6, 1) Jane \end{textblock}", ["T Jane"]),
        (r"\begin{tabular}{ll} Dates & 2019 -- 2021 \\ Name and address of employer & Acme Ltd \\ \end{tabular}", ["T 2019 – 2021", "T Acme Ltd"]),
        (r"\newcommand{\loop}{\loop a} \loop b { unclosed \textbf{c", ["T b unclosed c"]),
    ],
)
def test_pieces(outline: Callable[[str, str], list[str]], content: str, expected: list[str]) -> None:
    assert outline("\\documentclass{article}\n\\begin{document}\n" + content, "cv.tex") == expected


def test_every_span_leads_back_to_the_source(traced: Callable[[str, str, str], str]) -> None:
    assert traced(OWN_MACROS, "cv.tex", "Salt & Sons") == r"Salt \& Sons"
    assert traced(OWN_MACROS, "cv.tex", "pipeline in Go and cut") == "pipeline in Go\n        and cut"
    assert traced(MODERNCV, "cv.tex", "Fjord AS") == "Fjord AS"
    assert traced(OWN_MACROS, "cv.tex", "z@example.org") == "z@example.org"
