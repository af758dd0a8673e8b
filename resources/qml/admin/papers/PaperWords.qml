pragma Singleton

import QtQuick

// What each kind of paper is called, and whose template it is printed with.
QtObject {
    function kind(key: string): string {
        switch (key) {
        case "queue_ticket":
            return qsTr("Number for the queue");
        case "help_ticket":
            return qsTr("Number for help");
        case "appointment_slip":
            return qsTr("Appointment");
        case "receipt":
            return qsTr("Receipt");
        case "test_page":
            return qsTr("Test page");
        default:
            return key;
        }
    }

    function state(key: string): string {
        switch (key) {
        case "ours":
            return qsTr("Printed with the program's own template.");
        case "own":
            return qsTr("Printed with your own template.");
        case "wrong":
            return qsTr("Your own template is not right: the program's own is printed.");
        default:
            return "";
        }
    }
}
