"""A set out of a log is the set that was logged, though its changes are read only when somebody asks."""

from __future__ import annotations

from uuid import UUID

import pytest

from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.push import encode_push

DEVICE = UUID(int=7)
CHANGES = (
    RecordChange("queue", Action.CREATE, UUID(int=1), {"id": 5, "current_status": "waiting"}),
    RecordChange("appointment", Action.UPDATE, UUID(int=2), {"status": "confirmed"}, {"status": "scheduled"}),
)
CHECK_IN = ChangeSet(UUID(int=3), DEVICE, 1, "check_in", "patient", "018f0e2a7c1d.0000", 1, CHANGES)


def test_set_out_of_a_log_is_the_one_that_was_logged() -> None:
    logged = ChangeSet.from_log(CHECK_IN.to_json())
    assert [logged, CHECK_IN] == [CHECK_IN, logged]
    assert (tuple(logged.changes), logged.changes[-1], len(logged.changes)) == (CHANGES, CHANGES[-1], 2)
    assert logged.hash() == CHECK_IN.hash()
    assert encode_push(DEVICE, [(logged, "h")]) == encode_push(DEVICE, [(CHECK_IN, "h")])


def test_sending_a_logged_set_leaves_it_as_it_is() -> None:
    logged = ChangeSet.from_log(CHECK_IN.to_json())
    encode_push(DEVICE, [(logged, "h")])
    assert logged.hash() == CHECK_IN.hash()


def test_damage_in_a_logged_set_is_a_fault_of_the_protocol_whenever_it_is_found() -> None:
    body = CHECK_IN.to_json()
    with pytest.raises(ProtocolFault):
        ChangeSet.from_log(body | {"sync_data": ["torn"]})
    with pytest.raises(ProtocolFault):
        tuple(ChangeSet.from_log(body | {"sync_data": [{"type": "queue"}]}).changes)
