"""Answers as one self-contained HTML page."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from polesitter.analysis.answers.answer import Answer


def answer_page(answer: Answer) -> str:
    """Return the page: no script, nothing loaded from elsewhere, every value escaped."""
    groups = []
    for group in answer.groups:
        rows = [[column.text(row) or "" for column in answer.columns] for row in group.rows]
        used = [index for index in range(len(answer.columns)) if any(row[index] for row in rows)]
        groups.append(
            {
                "heading": group.heading,
                "subheading": group.subheading,
                "columns": [answer.columns[index] for index in used],
                "rows": [[row[index] for index in used] for row in rows],
            }
        )
    return _template().render(title=answer.title, groups=groups, notes=answer.notes)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("polesitter.analysis.answers", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("answer.html")
