pragma Singleton

import QtQuick

// What presets, levels and the reasons to refuse a policy are called.
QtObject {
    function preset(key: string): string {
        switch (key) {
        case "day_clinic":
            return qsTr("Clinic by day");
        case "ctas":
            return qsTr("CTAS, Canada");
        case "mts":
            return qsTr("Manchester, MTS");
        case "ats":
            return qsTr("ATS, Australia");
        default:
            return key;
        }
    }

    function target(key: string): string {
        switch (key) {
        case "2":
            return qsTr("Level 2, very urgent");
        case "3":
            return qsTr("Level 3, urgent");
        case "4":
            return qsTr("Level 4, less urgent");
        case "5":
            return qsTr("Level 5, not urgent");
        default:
            return qsTr("Appointment, from its time");
        }
    }

    function wrong(code: string): string {
        switch (code) {
        case "":
            return "";
        case "targets_do_not_grow":
            return qsTr("A less urgent level must have the longer target.");
        case "special_reaches_next_level":
            return qsTr("Two levels are too close: with a special reason the less urgent one would pass the other.");
        case "appointment_reaches_urgent":
            return qsTr("An appointment must have a longer target than the most urgent level.");
        case "special_appointment_passes_urgent":
            return qsTr("With a special reason an appointment would pass the most urgent level. Give it a longer target.");
        case "beta_overtakes":
            return qsTr("Beyond its target the least urgent level would overtake the one above it.");
        case "no_targets":
            return qsTr("At least one level needs a target.");
        case "not_a_number":
        case "target_out_of_range":
            return qsTr("A target is a number of minutes from 1 to 1440.");
        default:
            return qsTr("That would order people wrongly.");
        }
    }
}
