"""What docs/channel.md tells operators is what the code says."""

from pathlib import Path

import regex

from channels import metrics
from channels.deliveries import Deliveries
from channels.metrics import Figures
from channels.outbox import open_outbox_of
from channels.queues import open_inbox

PAGE = Path("docs/channel.md").read_text(encoding="utf-8")


def sources(*names):
    return "\n".join(Path(f"channels/{name}.py").read_text(encoding="utf-8") for name in names)


def test_every_metric_is_explained_and_no_other(settings, vault):
    figures = Figures()
    figures.webhook(200, 0.1)
    queues = open_inbox(vault, settings.limits), open_outbox_of(settings, vault), Deliveries(vault, settings.limits)
    given = set(regex.findall(r"# TYPE (\w+)", metrics.as_text(metrics.snapshot(*queues), figures)))
    assert given == set(regex.findall(r"`(satark_\w+)", PAGE))


def test_every_reason_for_setting_aside_is_named():
    code = sources("payloads", "whatsapp")
    reasons = set(regex.findall(r'(?:_Unusable|Rejected)\("([^"]+)"', code))
    assert len(reasons) > 10
    text = " ".join(PAGE.split())
    assert [reason for reason in sorted(reasons) if f"`{reason}`" not in text] == []


def test_every_result_of_an_update_is_named():
    code = sources("intake")
    results = set(regex.findall(r'(?:return|tally\[)"([a-z ]+)"', code.replace("return ", "return")))
    assert {"message", "edit in time", "withdrawal"} <= results
    assert [result for result in sorted(results) if f"`{result}`" not in PAGE] == []
