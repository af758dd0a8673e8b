"""Answers of the queue's endpoints as the OpenAPI document shows them."""

from __future__ import annotations

from typing import Any

PLACE_EXAMPLE: dict[str, Any] = {
    "queue_id": 17,
    "token_number": "20240115-001",
    "short_number": "1",
    "current_status": "waiting",
    "queue_position": 1,
    "estimated_wait_time_minutes": 14,
    "room": "Room 3",
    "held_back": None,
    "called_at": None,
    "patient_name": "Jane Sample",
    "patient_id": 4,
    "appointment_id": 9,
    "triage_level": 3,
    "special_reason": None,
    "is_emergency": False,
    "is_late": False,
    "is_clock_verified": True,
    "absent_count": 0,
    "recall_count": 0,
    "override_reason": None,
    "checked_in_at": "2024-01-15T09:30:00+00:00",
    "priority_score": 133.33,
    "target_minutes": 45.0,
    "due_at": "2024-01-15T10:15:00+00:00",
}
EXPLANATION_EXAMPLE: dict[str, Any] = {
    "policy": "day_clinic",
    "policy_version": "0a1b2c3d4e5f",
    "lane": {"triage_level": 3, "channel": "walk_in", "special": False},
    "score": 133.33333333333334,
    "factors": [
        {
            "name": "wait",
            "value": 0.3333333333333333,
            "key": "waited",
            "parameters": {"waited_min": 30, "reference_min": 90},
            "sentence": "waited 30 min of the reference 90",
        },
        {
            "name": "triage",
            "value": 4.0,
            "key": "triage",
            "parameters": {"level": 3, "target_min": 45, "reference_min": 90},
            "sentence": "triage 3: target 45 instead of 90 min",
        },
    ],
    "notes": [],
    "position": 1,
    "overtakes": ["20240115-002"],
    "overtakes_count": 1,
    "waits_since": "2024-01-15T09:30:00.000+00:00",
    "target_minutes": 45.0,
    "due_at": "2024-01-15T10:15:00.000+00:00",
}
WHOLE_EXAMPLE: Any = {
    "success": True,
    "data": {
        **PLACE_EXAMPLE,
        "location_id": 1,
        "doctor_id": 7,
        "doctor_name": "Dr Okafor",
        "override_by": None,
        "override_at": None,
        "notes": None,
        "claims": {"urgency_level": "routine"},
        "ai_priority_factors": EXPLANATION_EXAMPLE,
    },
}
PRIORITY_EXAMPLE: Any = {
    "success": True,
    "data": {
        "queue_id": 17,
        "doctor_id": 7,
        "priority_score": 133.33333333333334,
        "medical_urgency_score": 200.0,
        "wait_time_score": 66.66666666666667,
        "queue_position": 1,
        "claims": {"medical_urgency": "high", "wait_time": 240, "patient_age": 80},
        "ai_priority_factors": EXPLANATION_EXAMPLE,
    },
}

QUEUE_EXAMPLE: Any = {
    "success": True,
    "data": [
        {
            "doctor_id": 7,
            "doctor_name": "Dr Okafor",
            "total_waiting": 1,
            "total_called": 0,
            "total_in_consultation": 0,
            "queue": [PLACE_EXAMPLE],
        }
    ],
}
JOINED_EXAMPLE: Any = {
    "success": True,
    "data": {
        "outcome": "joined",
        "queue_id": 17,
        "token_number": "20240115-001",
        "short_number": "1",
        "current_status": "waiting",
        "queue_position": 3,
        "estimated_wait_time_minutes": 41,
        "people_ahead": 2,
        "doctor_id": 7,
        "doctor_name": "Dr Okafor",
        "room": "Room 3",
        "appointment_id": 9,
        "follow_url": "https://clinic.example/t/Zm9sbG93IG1lIHBsZWFzZQ",
    },
}
