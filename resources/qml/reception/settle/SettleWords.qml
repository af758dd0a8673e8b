pragma Singleton

import QtQuick

// What the list says of each reason why a person must decide, and what fields are called.
QtObject {
    function topic(what: string, topic: string): string {
        if (what === "refused")
            return qsTr("The server did not take this");
        switch (topic) {
        case "same_person":
            return qsTr("Two records, perhaps one person");
        case "left_for_the_desk":
            return qsTr("Changed in two places");
        case "checked_in_after_cancellation":
        case "checked_in_and_cancelled":
            return qsTr("Called off, and yet here");
        case "cancelled_and_moved":
            return qsTr("Called off, and moved");
        case "changed_after_deletion":
            return qsTr("Deleted, and changed");
        case "slot_taken":
            return qsTr("The time was given twice");
        case "hours_changed":
        case "booked_outside_hours":
            return qsTr("Outside the doctor's hours");
        default:
            return qsTr("Please decide");
        }
    }

    function field(name: string): string {
        switch (name) {
        case "name":
            return qsTr("Name");
        case "first_name":
            return qsTr("First name");
        case "last_name":
            return qsTr("Last name");
        case "date_of_birth":
            return qsTr("Born");
        case "phone":
            return qsTr("Phone");
        case "email":
            return qsTr("E-mail");
        case "address":
            return qsTr("Address");
        case "gender":
            return qsTr("Gender");
        case "patient_number":
            return qsTr("Number");
        case "status":
        case "current_status":
            return qsTr("State");
        default:
            return name.split("/").pop().replace(/_/g, " ");
        }
    }

    function keep(topic: string): string {
        switch (topic) {
        case "same_person":
            return qsTr("They are two people");
        case "checked_in_after_cancellation":
            return qsTr("The visit stands");
        case "checked_in_and_cancelled":
            return qsTr("They have left");
        case "cancelled_and_moved":
            return qsTr("The new time stands");
        case "changed_after_deletion":
            return qsTr("Keep it");
        case "slot_taken":
        case "hours_changed":
        case "booked_outside_hours":
            return qsTr("Leave the time as it is");
        default:
            return qsTr("Keep what stands");
        }
    }

    function take(topic: string): string {
        switch (topic) {
        case "checked_in_after_cancellation":
        case "cancelled_and_moved":
            return qsTr("Call it off");
        case "checked_in_and_cancelled":
            return qsTr("They are here");
        case "changed_after_deletion":
            return qsTr("Delete it");
        default:
            return qsTr("Take the other");
        }
    }
}
