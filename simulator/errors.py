"""The refusals of the Graph API: one exception, one table of codes.

Codes, titles and HTTP statuses are those of Meta's published list of Cloud API errors.
"""

from __future__ import annotations

import secrets
from typing import Any

# code: (HTTP status, title, type of the error object)
CODES: dict[int, tuple[int, str, str]] = {
    1: (500, "API Unknown", "OAuthException"),
    2: (503, "API Service", "OAuthException"),
    4: (429, "API Too Many Calls", "OAuthException"),
    10: (403, "Permission Denied", "OAuthException"),
    100: (400, "Invalid parameter", "OAuthException"),
    190: (401, "Invalid OAuth access token - Cannot parse access token", "OAuthException"),
    368: (403, "Temporarily blocked for policies violations", "OAuthException"),
    80007: (429, "Rate limit issues", "OAuthException"),
    130429: (429, "Rate limit hit", "OAuthException"),
    130472: (400, "User's number is part of an experiment", "OAuthException"),
    131000: (500, "Something went wrong", "OAuthException"),
    131005: (403, "Access denied", "OAuthException"),
    131008: (400, "Required parameter is missing", "OAuthException"),
    131009: (400, "Parameter value is not valid", "OAuthException"),
    131016: (503, "Service unavailable", "OAuthException"),
    131021: (400, "Recipient cannot be sender", "OAuthException"),
    131026: (400, "Message undeliverable", "OAuthException"),
    131030: (400, "Recipient phone number not in allowed list", "OAuthException"),
    131031: (403, "Account has been locked", "OAuthException"),
    131042: (400, "Business eligibility payment issue", "OAuthException"),
    131047: (400, "Re-engagement message", "OAuthException"),
    131048: (400, "Spam rate limit hit", "OAuthException"),
    131049: (400, "Message not delivered to maintain healthy ecosystem engagement", "OAuthException"),
    131050: (400, "User has stopped marketing messages", "OAuthException"),
    131051: (400, "Unsupported message type", "OAuthException"),
    131052: (400, "Media download error", "OAuthException"),
    131053: (400, "Media upload error", "OAuthException"),
    131056: (400, "(Business Account, Consumer Account) pair rate limit hit", "OAuthException"),
    131057: (503, "Account in maintenance mode", "OAuthException"),
    132000: (400, "Template parameter count mismatch", "OAuthException"),
    132001: (404, "Template does not exist", "OAuthException"),
    131060: (400, "This message is currently unavailable", "OAuthException"),
    132005: (400, "Template hydrated text too long", "OAuthException"),
    132018: (400, "There's an issue with the parameters in your template", "OAuthException"),
    133010: (400, "Phone number not registered", "OAuthException"),
}


class GraphError(Exception):
    """A call that the Graph API refuses, or a message that it accepts and then reports as failed."""

    def __init__(self, code: int, details: str, *, subcode: int | None = None) -> None:
        super().__init__(f"({code}) {details}")
        if code not in CODES:
            raise ValueError(f"unknown error code {code}")
        self.code = code
        self.details = details
        self.subcode = subcode

    @property
    def http_status(self) -> int:
        return CODES[self.code][0]

    @property
    def title(self) -> str:
        return CODES[self.code][1]

    def body(self) -> dict[str, Any]:
        """The JSON body of the HTTP answer."""
        error: dict[str, Any] = {
            "message": self.title if self.code == 190 else f"(#{self.code}) {self.title}",
            "type": "GraphMethodException" if self.subcode == 33 else CODES[self.code][2],
            "code": self.code,
        }
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        if self.code != 190:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        error["fbtrace_id"] = "A" + secrets.token_urlsafe(16)
        return {"error": error}

    def status_entry(self) -> dict[str, Any]:
        """The same refusal as statuses[].errors[] and messages[].errors[] carry it."""
        return {
            "code": self.code,
            "title": self.title,
            "message": self.title,
            "error_data": {"details": self.details},
            "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
        }


def missing(parameter: str) -> GraphError:
    return GraphError(131008, f"The parameter {parameter} is required.")


def invalid(details: str) -> GraphError:
    return GraphError(131009, details)
