"""A stand-in for WhatsApp's Cloud API, with phones in the browser.

The product cannot tell it from Meta: it verifies the webhook, sends signed webhooks and repeats them until they are
taken, checks what the product sends by Meta's rules, and keeps files behind addresses that expire. `create_app` gives
it as an aiohttp application; `python -m simulator` runs it; `simulator.client.Phone` plays a person from Python;
`simulator.control` describes the control API.
"""

from .app import create_app
from .config import PhoneSpec, SimulatorConfig, Template
from .payloads import sign

__all__ = ["PhoneSpec", "SimulatorConfig", "Template", "create_app", "sign"]
