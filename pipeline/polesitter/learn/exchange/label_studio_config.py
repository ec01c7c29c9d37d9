"""The labelling interface for Label Studio: our labels, and the link between mentions."""

from polesitter.learn.exchange.entities import SAME_AS
from polesitter.learn.exchange.label_studio import FROM_NAME, TO_NAME
from polesitter.types import LABELS

COLOURS = (
    "#1f77b4", "#2ca02c", "#8c564b", "#7f7f7f", "#d62728", "#ff7f0e", "#e377c2",
    "#9467bd", "#17becf", "#bcbd22", "#393b79", "#637939", "#843c39", "#7b4173",
)  # fmt: skip
HOTKEYS = "1234567890qwer"


def labelling_config() -> str:
    """Return the XML for Settings, Labeling Interface, Code."""
    labels = [
        f'    <Label value="{label}" background="{colour}" hotkey="{hotkey}"/>'
        for label, colour, hotkey in zip(LABELS, COLOURS, HOTKEYS, strict=True)
    ]
    lines = [
        "<View>",
        '  <Header value="$report"/>',
        f'  <Labels name="{FROM_NAME}" toName="{TO_NAME}">',
        *labels,
        "  </Labels>",
        "  <Relations>",
        f'    <Relation value="{SAME_AS}"/>',
        "  </Relations>",
        f'  <Text name="{TO_NAME}" value="$text"/>',
        "</View>",
    ]
    return "\n".join(lines) + "\n"
