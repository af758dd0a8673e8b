pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The sections that are theirs, from the first to the last, and the lock.
Rectangle {
    id: root

    required property StaffShell shell

    color: Theme.rail

    Column {
        id: entries

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.length(12)
        spacing: Theme.length(8)

        Repeater {
            model: root.shell.rail

            RailButton {
                required property string key
                required property int shortcut

                width: entries.width
                name: Sections.name(key)
                glyph: Sections.glyph(key)
                keys: "Ctrl " + shortcut
                checked: root.shell.currentKind === key
                onAct: root.shell.choose(key)
            }
        }
    }

    RailButton {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.length(12)
        name: qsTr("Lock")
        glyph: Icons.lock
        keys: "Ctrl L"
        checkable: false
        onAct: root.shell.lock()
    }
}
