pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The sections that are theirs, from the first to the last, and the lock.
Rectangle {
    id: root

    required property StaffShell shell

    color: Theme.rail

    Flickable {
        id: scroll

        function reveal(entry: RailButton): void {
            if (!entry.checked)
                return;
            const lowest = Math.max(0, entry.y + entry.height - height);
            contentY = Math.max(lowest, Math.min(contentY, entry.y));
        }

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: lock.top
        anchors.margins: Theme.length(12)
        contentHeight: entries.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive

        Column {
            id: entries

            width: scroll.width
            spacing: Theme.length(8)

            Repeater {
                model: root.shell.rail

                RailButton {
                    required property string key
                    required property int shortcut

                    width: entries.width
                    name: Sections.name(key)
                    glyph: Sections.glyph(key)
                    keys: "Ctrl " + shortcut % 10
                    checked: root.shell.currentKind === key
                    // Whatever stands in front is seen in the rail, where that is longer than the window is high.
                    onCheckedChanged: scroll.reveal(this)
                    onAct: root.shell.choose(key)
                }
            }
        }
    }

    RailButton {
        id: lock

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
