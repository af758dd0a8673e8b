import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// Somebody calls, or a machine needs somebody: in front of whatever else is done, until it was seen to.
FocusScope {
    id: root

    required property AlertsScreen screen

    readonly property bool urgent: root.screen.alertKind === "emergency"

    function words(): string {
        if (root.urgent)
            return root.screen.machine === "" ? qsTr("Emergency · number %1 · since %2").arg(Theme.isolated(root.screen.number)).arg(root.screen.since) : qsTr("Emergency at %1 · number %2 · since %3").arg(root.screen.machine).arg(Theme.isolated(root.screen.number)).arg(root.screen.since);
        if (root.screen.alertKind === "person")
            return root.screen.machine === "" ? qsTr("Somebody needs help · number %1 · since %2").arg(Theme.isolated(root.screen.number)).arg(root.screen.since) : qsTr("Somebody needs help at %1 · number %2 · since %3").arg(root.screen.machine).arg(Theme.isolated(root.screen.number)).arg(root.screen.since);
        if (root.screen.alertKind === "word") {
            const said = root.said().arg(Theme.isolated(root.screen.number));
            return root.screen.machine === "" ? qsTr("%1 · since %2").arg(said).arg(root.screen.since) : qsTr("%1 · at %2 · since %3").arg(said).arg(root.screen.machine).arg(root.screen.since);
        }
        return qsTr("%1: %2 · since %3").arg(root.screen.machine === "" ? qsTr("Printer") : root.screen.machine).arg(root.cause()).arg(root.screen.since);
    }

    function said(): string {
        switch (root.screen.cause) {
        case "details_changed":
            return qsTr("%1 says that their details have changed");
        case "consent_declined":
            return qsTr("%1 has not given their consent");
        default:
            return qsTr("%1 has not given their consent, and says that their details have changed");
        }
    }

    function cause(): string {
        switch (root.screen.cause) {
        case "printer_paper_out":
            return qsTr("the printer is out of paper");
        case "printer_cover_open":
            return qsTr("the printer's cover is open");
        case "printer_unreachable":
            return qsTr("the printer does not answer");
        case "machine_silent":
            return qsTr("the server has not heard of it");
        case "printer_paper_low":
            return qsTr("the paper is near its end");
        default:
            return qsTr("the printer needs somebody");
        }
    }

    implicitHeight: root.screen.any ? Math.max(Theme.staffTarget, words.implicitHeight) + Theme.length(24) : 0
    height: implicitHeight
    visible: root.screen.any

    Rectangle {
        anchors.fill: parent
        color: root.urgent ? Theme.alert : root.screen.alertKind === "person" ? Theme.alertGround : root.screen.alertKind === "word" ? Theme.tint : Theme.warningGround
        border.width: Theme.highContrast ? Theme.staffStroke : 0
        border.color: words.color
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.staffMargin
        anchors.verticalCenter: parent.verticalCenter
        text: root.urgent ? Icons.siren : root.screen.alertKind === "person" ? Icons.bellRing : root.screen.alertKind === "word" ? Icons.pencil : root.screen.cause === "machine_silent" ? Icons.cloudOff : Icons.printer
        font.pixelSize: Theme.staffIcon
        color: words.color
    }

    Words {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: Theme.staffGap
        anchors.right: more.left
        anchors.rightMargin: Theme.staffGap
        anchors.verticalCenter: parent.verticalCenter
        text: root.screen.any ? root.words() : ""
        color: root.urgent ? Theme.inkOnPrimary : root.screen.alertKind === "person" ? Theme.alert : root.screen.alertKind === "word" ? Theme.ink : Theme.warning
        font.pixelSize: Theme.staffBody
        font.weight: Theme.semibold
        lineHeight: Theme.tightLeading
        Accessible.role: Accessible.AlertMessage
    }

    Words {
        id: more

        anchors.right: done.left
        anchors.rightMargin: root.screen.more > 0 ? Theme.staffGap : 0
        anchors.verticalCenter: parent.verticalCenter
        text: root.screen.more > 0 ? qsTr("and %n more", "", root.screen.more) : ""
        color: words.color
        font.pixelSize: Theme.staffLabel
        wrapMode: Text.NoWrap
    }

    StaffButton {
        id: done

        anchors.right: parent.right
        anchors.rightMargin: Theme.staffMargin
        anchors.verticalCenter: parent.verticalCenter
        name: root.urgent || root.screen.alertKind === "person" ? qsTr("Somebody is with them") : qsTr("Seen to")
        glyph: Icons.check
        keys: "F9"
        onAct: root.screen.seen()
    }

    Shortcut {
        sequence: "F9"
        enabled: root.screen.any
        onActivated: root.screen.seen()
    }
}
