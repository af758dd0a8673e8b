pragma Singleton

import QtQuick

// What a line of somebody's past says.
QtObject {
    id: root

    function say(kind: string, state: string): string {
        if (kind === "change")
            return state === "agree_at_desk" ? qsTr("consent given at the desk") : qsTr("details changed");
        const what = kind === "visit" ? qsTr("visit") : qsTr("appointment");
        const how = root.state(state);
        return how === "" ? what : what + ", " + how;
    }

    function state(state: string): string {
        switch (state) {
        case "scheduled":
        case "confirmed":
            return qsTr("booked");
        case "in_progress":
        case "in_consultation":
            return qsTr("with the doctor");
        case "waiting":
        case "called":
            return qsTr("waiting");
        case "completed":
            return qsTr("done");
        case "cancelled":
            return qsTr("called off");
        case "no_show":
            return qsTr("did not come");
        case "rescheduled":
            return qsTr("moved");
        default:
            return "";
        }
    }
}
