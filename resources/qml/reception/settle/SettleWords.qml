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

    // Why the server keeps work back without applying it; `words` are its own, of a newer one.
    function refusal(reason: string, words: string): string {
        switch (reason) {
        case "unknown_record":
            return qsTr("It changes something that the server has never heard of.");
        case "merged_into_erased":
            return qsTr("The data of one of these people were erased meanwhile.");
        case "too_many_changes":
            return qsTr("It is more than one step may change.");
        case "other_location":
            return qsTr("It belongs to another place of the clinic.");
        case "not_its_lease":
            return qsTr("Another machine holds these places.");
        case "not_a_devices_record":
            return qsTr("A desk may not change this: it is kept at the server.");
        case "foreign_id":
        case "foreign_uid":
            return qsTr("Its number was not this machine's to give.");
        case "created_twice":
            return qsTr("There is such a record already.");
        case "append_only":
            return qsTr("What was written of this is never changed.");
        case "people_are_never_deleted":
            return qsTr("Nobody's record is deleted from a desk.");
        case "unknown_decision":
        case "unknown_status":
        case "bad_document":
            return qsTr("The server does not understand it. Perhaps it is older than this machine.");
        case "illegal_step":
            return qsTr("The visit was somewhere else already: this step did not fit any more.");
        default:
            return words === "" ? qsTr("The server gave no reason.") : words;
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
