import QtQuick
import Anteroom.Screens
import "../../controls"

// A PIN before the service page. What was typed shows as dots.
Page {
    id: root

    required property ServicePinScreen screen
    readonly property bool waits: root.screen.waitSeconds > 0

    title: qsTr("For staff")
    lead: qsTr("Type an administrator's PIN.")
    problem: root.waits ? qsTr("That PIN does not open this machine. The next try counts in %n second(s).", "", root.screen.waitSeconds) : qsTr("That PIN does not open this machine.")
    problemShown: root.screen.wrong
    busy: root.screen.busy
    primaryName: qsTr("Open")
    primaryGlyph: Icons.keyRound
    primaryEnabled: root.screen.complete && !root.screen.busy && !root.waits
    onGoBack: root.screen.leave()
    onGoOn: root.screen.submit()

    display: Digits {
        width: parent.width
        name: qsTr("%n digit(s) typed", "", root.screen.digits)
        text: "•".repeat(root.screen.digits)
        hint: root.screen.busy ? qsTr("Checking…") : ""
    }

    Keypad {
        width: parent.width
        room: root.room
        onDigit: key => root.screen.press(key)
        onErase: root.screen.erase()
    }
}
