pragma Singleton

import QtQuick
import "../controls"

// What the rail calls each section, and its icon.
QtObject {
    function name(kind: string): string {
        switch (kind) {
        case "queue":
            return qsTr("Queue");
        case "doctor":
            return qsTr("My queue");
        case "today":
            return qsTr("Today");
        case "people":
            return qsTr("People");
        case "settle":
            return qsTr("To settle");
        case "sync":
            return qsTr("Sync log");
        case "machines":
            return qsTr("Machines");
        case "staff":
            return qsTr("Staff");
        case "clinic":
            return qsTr("Clinic");
        case "copies":
            return qsTr("Copies");
        case "papers":
            return qsTr("Papers");
        case "policy":
            return qsTr("Order");
        case "templates":
            return qsTr("Templates");
        case "analytics":
            return qsTr("Reports");
        case "settings":
            return qsTr("Settings");
        case "look":
            return qsTr("Look");
        default:
            return kind;
        }
    }

    function glyph(kind: string): string {
        switch (kind) {
        case "queue":
            return Icons.layoutList;
        case "doctor":
            return Icons.stethoscope;
        case "today":
            return Icons.calendarCheck;
        case "people":
            return Icons.usersRound;
        case "settle":
            return Icons.merge;
        case "sync":
            return Icons.refreshCw;
        case "machines":
            return Icons.monitor;
        case "staff":
            return Icons.usersRound;
        case "clinic":
            return Icons.house;
        case "copies":
            return Icons.hardDriveDownload;
        case "papers":
            return Icons.printer;
        case "policy":
            return Icons.arrowUpDown;
        case "templates":
            return Icons.calendarClock;
        case "analytics":
            return Icons.activity;
        case "look":
            return Icons.palette;
        default:
            return Icons.settings;
        }
    }

    function role(role: string): string {
        switch (role) {
        case "receptionist":
            return qsTr("Reception");
        case "nurse":
            return qsTr("Nurse");
        case "doctor":
            return qsTr("Doctor");
        case "admin":
            return qsTr("Administrator");
        default:
            return "";
        }
    }
}
