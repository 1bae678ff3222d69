"""What schemathesis is told of the portal: programs that call in turn, and values that mean something."""

import itertools
import json
import os
import uuid

import schemathesis
from hypothesis import strategies

# In a minute each program may call less often than schemathesis does.
TOKENS = itertools.cycle(os.environ["BALCAO_TOKENS"].split())
# Identifiers of what is there, by type.
KNOWN = json.loads(os.environ["BALCAO_KNOWN"])
# What relationships of new resources lead to.
RELATED = {"requests": {"api": "apis", "group": "groups"}, "webhooks": {"group": "groups"}}


@schemathesis.auth(refresh_interval=None)
class InTurn:
    def get(self, _case, _context):
        return next(TOKENS)

    def set(self, case, token, _context):
        case.headers["Authorization"] = f"Bearer {token}"


# Made-up identifiers would find nothing.
schemathesis.openapi.format(
    "uuid",
    strategies.one_of(strategies.sampled_from(sorted(KNOWN.values())), strategies.uuids().map(str)),
)
# No name ends like this one (RFC 6761), so nobody is sent what webhooks are told.
schemathesis.openapi.format(
    "uri", strategies.from_regex(r"https://[a-z]{1,20}\.invalid/[a-z0-9/]{0,20}", fullmatch=True)
)


@schemathesis.hook
def before_call(_context, case, _kwargs):
    """Does for calls that are to be accepted what the document says in words alone."""
    if not case.meta.generation.mode.is_positive:
        return
    if "Idempotency-Key" in case.headers:
        # Each call has another, for the same key with another body is refused.
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    if isinstance(case.body, dict):
        names(case.body["data"], case)


def names(data, case):
    """Types are the last words of addresses, and identifiers are those of what is there."""
    words = [word for word in case.operation.path.split("/") if not word.startswith("{")]
    data["type"] = words[-1]
    if case.method == "PATCH":
        data["id"] = case.path_parameters["id"]
    elif words[-1] in RELATED:
        for name, kind in RELATED[words[-1]].items():
            leads_to(kind, data["relationships"][name].get("data"))


def leads_to(kind, reference):
    if reference is not None:
        reference["type"] = kind
        if reference["id"] in KNOWN.values():
            reference["id"] = KNOWN[kind]
