"""A question as a small typed plan: what is asked, what must have been done, and under which conditions."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from skillgraph.model import Frozen


class Asks(StrEnum):
    """What a question wants to hear."""

    PEOPLE = "people"
    COUNT = "count"
    YES_NO = "yes or no"
    SKILLS = "skills of a person"
    WORK = "work of a person"
    YEARS = "years of a person with a skill"
    COMPANIES = "companies"
    PATH = "path between two people"
    NOTHING = "nothing understood"


class Involvement(StrEnum):
    """How somebody must have had to do with a thing."""

    ANY = "knows or used"
    HANDS_ON = "used in work"
    PRODUCTION = "used in production"
    BUILT = "built"
    LED = "led"
    MIGRATED = "migrated"
    OPERATED = "operated"


class Need(Frozen):
    """One thing that must be shown; any of its skills will do."""

    words: str = Field(description="the words of the question")
    skills: tuple[str, ...] = Field(description="ontology ids")
    paraphrase: bool = Field(False, description="found by its meaning, not by a label")
    behind: tuple[str, ...] = Field((), description="ids that a description may mean too, less likely; tried where nobody shows the likely ones")
    alternatives: bool = Field(False, description="what does the same job counts too")
    except_for: tuple[str, ...] = Field((), description="ids that do not count: `other than Kafka`")
    optional: bool = Field(False, description="who shows the rest without it is a partial answer")
    told: tuple[str, ...] = Field((), description="words of which one in a sentence shows it too, where no skill stands for them")
    beside: tuple[str, ...] = Field((), description="words of what it was about; work that tells of one of these is nearer")
    literal: tuple[str, ...] = Field((), description="no skill is known for it: words that one sentence of work must hold, each with its other forms")


class Change(Frozen):
    """A figure that must have changed."""

    words: tuple[str, ...] = Field(description="what was measured, lower case; any of them")
    loose: tuple[str, ...] = Field((), description="what is near to it; answers with these are partial")
    direction: str = Field(description="`increase`, `decrease`, or empty for either")
    least: float | None = Field(None, description="threshold in `unit`")
    most: float | None = None
    unit: str = Field("%", description="unit of the threshold")
    strict: bool = Field(False, description="the threshold itself does not count: `more than`")
    timed: tuple[str, ...] = Field((), description="words that say what was measured where the figure is a time")
    level: bool = Field(False, description="the threshold is one that was reached, not by how much it changed")
    money: bool = Field(False, description="a sum of money that was saved says it too")
    durations: bool = Field(False, description="any time of a machine that became shorter is near to it")


class Conditions(Frozen):
    """Hard conditions on the person; who does not meet one is no answer."""

    companies: tuple[str, ...] = ()
    every_company: bool = Field(False, description="all of the companies, not any of them")
    places: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    degrees: tuple[str, ...] = Field((), description="beginnings of the words of a degree, any of them")
    fields: tuple[str, ...] = Field((), description="words of a field of study, all of them")
    titles: tuple[str, ...] = Field((), description="words of titles held, any of them")
    now: bool = Field(False, description="title, company or use of the skill must be of today")
    months: int | None = Field(None, description="months of use of the skills, or of work in all where no skill is asked for")
    at_most_months: int | None = None
    since: str | None = Field(None, description="last used in or after, ISO prefix")
    before: str | None = Field(None, description="first used before, ISO prefix")
    team: int | None = Field(None, description="size of a team led, at least")

    @property
    def hard(self) -> bool:
        """Tell whether anything is asked of the career itself; `now` alone only colours what else is asked."""
        return self != Conditions(now=self.now)

    @property
    def of_time(self) -> bool:
        """Tell whether a length or a date is asked for."""
        return not (self.months is None and self.at_most_months is None and self.since is None and self.before is None)


class Plan(Frozen):
    """A question understood."""

    question: str
    asks: Asks = Asks.PEOPLE
    needs: tuple[Need, ...] = Field((), description="all of them must be shown")
    instead: Need | None = Field(None, description="what the whole question may mean too; tried where nobody shows what it names")
    direction: bool = Field(False, description="the first need was left for the second: `from Oracle to PostgreSQL`")
    together: bool = Field(False, description="in one piece of work rather than anywhere in a career")
    excluded: tuple[Need, ...] = Field((), description="who shows one of these is no answer")
    involvement: Involvement = Involvement.ANY
    change: Change | None = None
    conditions: Conditions = Conditions()
    people: tuple[str, ...] = Field((), description="ids of people whom the question names")
    left_out: tuple[str, ...] = Field((), description="words that were not understood and play no part")

    @property
    def empty(self) -> bool:
        """Tell whether nothing was understood that could be looked for."""
        return not (self.needs or self.excluded or self.change or self.people or self.conditions.hard)
