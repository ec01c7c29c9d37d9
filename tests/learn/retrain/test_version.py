import pytest

from polesitter.learn.retrain.version import next_version, version_parts


@pytest.mark.parametrize(
    ("parent", "known", "following"),
    [
        ("0.1.0", [], "0.1.1"),
        ("0.2.0", ["0.1.9"], "0.2.1"),
        ("0.1.0", ["0.1.0", "0.1.1", "0.1.2+3f2a9c1b"], "0.1.3"),
        ("0.1.9", [], "0.1.10"),
        ("1", [], "1.0.1"),
    ],
)
def test_the_next_version_is_one_that_no_model_has_had(
    parent: str, known: list[str], following: str
) -> None:
    assert next_version(parent, known) == following


def test_versions_sort_as_numbers() -> None:
    assert version_parts("0.1.10+77aa") > version_parts("0.1.9")
