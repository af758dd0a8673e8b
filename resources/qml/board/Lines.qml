pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// Every doctor's line; more than fit turn like pages, slowly.
Rectangle {
    id: root

    required property BoardShell shell
    required property string updated
    readonly property int fitting: Math.max(1, Math.floor((list.height + Theme.boardGap * 0.7) / (Theme.boardLine + Theme.boardGap * 0.7)))
    readonly property int pages: Math.max(1, Math.ceil(repeater.count / fitting))
    property int page: 0

    color: Theme.paper

    Timer {
        interval: Theme.boardPage
        running: root.pages > 1
        repeat: true
        onTriggered: root.page = (root.page + 1) % root.pages
    }

    onPagesChanged: root.page = 0

    Words {
        id: heading

        anchors.left: parent.left
        anchors.right: pageNumber.left
        anchors.top: parent.top
        anchors.margins: Theme.boardMargin
        text: qsTr("Waiting now")
        font.pixelSize: Theme.boardTitle
        font.weight: Theme.heavy
    }

    Words {
        id: pageNumber

        anchors.right: parent.right
        anchors.rightMargin: Theme.boardMargin
        anchors.baseline: heading.baseline
        text: root.pages > 1 ? qsTr("%1 of %2").arg(root.page + 1).arg(root.pages) : ""
        color: Theme.softInk
        font.pixelSize: Theme.boardNote
        wrapMode: Text.NoWrap
    }

    Words {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.boardMargin
        anchors.top: heading.bottom
        anchors.topMargin: Theme.boardGap
        visible: repeater.count === 0
        text: root.shell.percent >= 0 ? qsTr("The clinic's records are on their way") : qsTr("No doctor is in yet")
        color: Theme.softInk
        font.pixelSize: Theme.boardBody
    }

    Column {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.boardMargin
        anchors.rightMargin: Theme.boardMargin
        y: heading.y + heading.height + Theme.boardGap
        height: (age.visible ? age.y : note.y) - Theme.boardGap - y
        spacing: Theme.boardGap * 0.7

        Repeater {
            id: repeater

            model: root.shell.lines

            Line {
                required property int index

                width: list.width
                height: Theme.boardLine
                visible: Math.floor(index / root.fitting) === root.page
            }
        }
    }

    // Where the panel of calls has no room for it.
    Words {
        id: age

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.boardMargin
        anchors.rightMargin: Theme.boardMargin
        anchors.bottom: note.top
        visible: Theme.boardNarrow && text !== ""
        text: root.updated
        color: Theme.softInk
        font.pixelSize: Theme.boardNote
        font.features: {
            "tnum": 1
        }
        wrapMode: Text.NoWrap
    }

    Words {
        id: note

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.boardMargin
        text: root.shell.offline ? qsTr("Working offline. Emergencies may go first.") : qsTr("Emergencies may go first.")
        color: Theme.softInk
        font.pixelSize: Theme.boardNote
    }
}
