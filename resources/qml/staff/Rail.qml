pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The sections that are theirs, from the first to the last, and the lock.
Rectangle {
    id: root

    required property StaffShell shell
    readonly property real edge: Theme.length(52)

    color: Theme.rail

    Flickable {
        id: scroll

        function reveal(entry: RailButton): void {
            if (!entry.checked)
                return;
            const lowest = Math.min(contentHeight - height, entry.y + entry.height + root.edge - height);
            contentY = Math.max(0, lowest, Math.min(contentY, entry.y - root.edge));
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
                    keys: shortcut > 10 ? "" : "Ctrl " + shortcut % 10
                    checked: root.shell.currentKind === key
                    // Whatever stands in front is seen in the rail, where that is longer than the window is high.
                    onCheckedChanged: scroll.reveal(this)
                    onAct: root.shell.choose(key)
                }
            }
        }
    }

    // A rail that is longer than the window says so at its end, and leads there.
    Repeater {
        model: [-1, 1]

        Pressable {
            id: edge

            required property int modelData
            readonly property bool above: edge.modelData < 0

            anchors.left: scroll.left
            anchors.right: scroll.right
            anchors.top: edge.above ? scroll.top : undefined
            anchors.bottom: edge.above ? undefined : scroll.bottom
            height: root.edge
            visible: edge.above ? scroll.contentY > 1 : scroll.contentY < scroll.contentHeight - scroll.height - 1
            activeFocusOnTab: false
            name: edge.above ? qsTr("Sections above") : qsTr("Sections below")
            onAct: scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY + edge.modelData * (scroll.height - 2 * root.edge)))

            Rectangle {
                anchors.fill: parent
                gradient: Gradient {
                    GradientStop {
                        position: edge.above ? 1 : 0
                        color: Qt.alpha(Theme.rail, 0)
                    }
                    GradientStop {
                        position: 0.5
                        color: Theme.rail
                    }
                }
            }

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: edge.above ? parent.top : undefined
                anchors.bottom: edge.above ? undefined : parent.bottom
                text: edge.above ? Icons.chevronUp : Icons.chevronDown
                font.pixelSize: Theme.staffIcon
                color: Theme.inkOnRail
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
