pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// One of several values: it shows the one that holds, and opens the list of all.
FocusScope {
    id: root

    required property string name
    required property Rows choices
    required property string kind
    property string chosen: ""
    property string chosenWords: ""
    property bool open: false
    property bool fromEnd: false
    readonly property string words: AdminWords.choice(root.kind, root.chosen, root.chosenWords)

    signal choose(string key)

    // The row that holds, wherever the list came from and whenever it was filled.
    function stand(): void {
        list.currentIndex = Math.max(0, root.choices.placeNamed(root.chosen));
    }

    implicitWidth: Theme.length(300)
    implicitHeight: label.implicitHeight + Theme.length(6) + box.height
    z: root.open ? 20 : 0

    Words {
        id: label

        anchors.left: parent.left
        anchors.right: parent.right
        text: root.name
        color: Theme.softInk
        font.pixelSize: Theme.staffNote
        Accessible.ignored: true
    }

    Pressable {
        id: box

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: label.bottom
        anchors.topMargin: Theme.length(6)
        height: Theme.staffTarget
        focus: true
        radius: Theme.staffRadius
        name: root.name + ": " + root.words
        onAct: {
            root.open = !root.open;
            if (root.open) {
                root.stand();
                list.forceActiveFocus();
            }
        }

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: box.pressed ? Theme.surfacePressed : Theme.surface
            border.width: Theme.staffStroke
            border.color: Theme.line
        }

        Words {
            anchors.left: parent.left
            anchors.right: arrow.left
            anchors.leftMargin: Theme.length(18)
            anchors.rightMargin: Theme.length(10)
            anchors.verticalCenter: parent.verticalCenter
            text: root.words
            font.pixelSize: Theme.staffBody
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            lineHeight: 1
            Accessible.ignored: true
        }

        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.rightMargin: Theme.length(14)
            anchors.verticalCenter: parent.verticalCenter
            text: Icons.chevronDown
            font.pixelSize: Theme.staffIcon
            color: Theme.softInk
        }
    }

    Rectangle {
        anchors.left: root.fromEnd ? undefined : box.left
        anchors.right: root.fromEnd ? box.right : undefined
        anchors.top: box.bottom
        anchors.topMargin: Theme.length(6)
        width: Math.max(box.width, Theme.length(360))
        height: Math.min(list.contentHeight, Theme.length(460)) + 2 * Theme.length(8)
        visible: root.open
        radius: Theme.staffRadius
        color: Theme.surface
        border.width: Theme.staffStroke
        border.color: Theme.line

        ListView {
            id: list

            anchors.fill: parent
            anchors.margins: Theme.length(8)
            clip: true
            cacheBuffer: 0
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            model: root.choices
            onCountChanged: {
                if (root.open)
                    root.stand();
            }
            Accessible.role: Accessible.List
            Accessible.name: root.name
            onActiveFocusChanged: {
                if (!activeFocus)
                    root.open = false;
            }
            Keys.onEscapePressed: {
                root.open = false;
                box.forceActiveFocus();
            }

            delegate: Pressable {
                id: row

                required property string key
                required property string words
                required property int index

                width: ListView.view.width
                height: Theme.staffTarget
                radius: Theme.length(10)
                name: AdminWords.choice(root.kind, row.key, row.words)
                role: Accessible.RadioButton
                checkable: true
                checked: row.key === root.chosen
                focus: true
                onAct: {
                    root.open = false;
                    box.forceActiveFocus();
                    root.choose(row.key);
                }

                Rectangle {
                    anchors.fill: parent
                    radius: parent.radius
                    color: row.pressed ? Theme.surfacePressed : row.ListView.isCurrentItem && list.activeFocus || row.checked ? Theme.tint : Theme.surface
                }

                Words {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.margins: Theme.length(12)
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.name
                    font.pixelSize: Theme.staffBody
                    font.weight: row.checked ? Theme.semibold : Theme.regular
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }
}
