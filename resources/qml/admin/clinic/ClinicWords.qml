pragma Singleton

import QtQuick

// What the parts, lines, pictures and needs are called on the page of the clinic.
QtObject {
    function part(key: string): string {
        switch (key) {
        case "place":
            return qsTr("The place");
        case "consent":
            return qsTr("Consent");
        default:
            return qsTr("Reasons to come");
        }
    }

    function line(key: string): string {
        switch (key) {
        case "name":
            return qsTr("Name, as patients know it");
        case "opening_hours":
            return qsTr("Opening hours");
        case "waiting_area":
            return qsTr("Where people wait");
        default:
            return qsTr("Phone number that patients may ring");
        }
    }

    function example(key: string): string {
        switch (key) {
        case "name":
            return qsTr("such as: Riverside Clinic");
        case "opening_hours":
            return qsTr("such as: Mon–Fri 8:00–18:00");
        case "waiting_area":
            return qsTr("such as: Waiting area B");
        default:
            return qsTr("none");
        }
    }

    function wrong(code: string): string {
        switch (code) {
        case "":
            return "";
        case "needed":
            return qsTr("A clinic has a name.");
        default:
            return qsTr("A phone number has digits, blanks and ( ) . / - only, and at least 6 of them.");
        }
    }

    function need(key: string): string {
        switch (key) {
        case "pregnant":
            return qsTr("Pregnant");
        case "infant":
            return qsTr("A baby with them");
        case "disability":
            return qsTr("A disability");
        case "interpreter":
            return qsTr("An interpreter");
        default:
            return qsTr("A wheelchair");
        }
    }

    function icon(key: string): string {
        switch (key) {
        case "":
            return qsTr("No picture");
        case "activity":
            return qsTr("Picture: pulse");
        case "baby":
            return qsTr("Picture: baby");
        case "bandage":
            return qsTr("Picture: plaster");
        case "brain":
            return qsTr("Picture: brain");
        case "circleHelp":
            return qsTr("Picture: question mark");
        case "eye":
            return qsTr("Picture: eye");
        case "fileText":
            return qsTr("Picture: paper");
        case "flaskConical":
            return qsTr("Picture: flask");
        case "heartPulse":
            return qsTr("Picture: heart");
        case "pill":
            return qsTr("Picture: pill");
        case "stethoscope":
            return qsTr("Picture: stethoscope");
        case "syringe":
            return qsTr("Picture: syringe");
        default:
            return qsTr("Picture: thermometer");
        }
    }
}
