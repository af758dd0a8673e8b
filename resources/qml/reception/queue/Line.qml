pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// A doctor's line: whose it is, the way to call the next, and everybody in it.
Item {
    id: root

    required property QueueScreen screen
    required property int index
    required property string doctor
    required property string room
    required property bool isIn
    required property int waiting
    required property PlaceList places
    readonly property bool current: screen.column === index
    property string scrolledTo: ""
    readonly property string title: doctor === "" ? qsTr("Whoever is free") : doctor

    function scroll(): void {
        const row = root.places.rowOf(root.screen.chosenId);
        if (row >= 0 && root.screen.chosenId !== root.scrolledTo)
            root.reveal(row);
        root.scrolledTo = root.screen.chosenId;
    }

    // Above what is said of the last step, which stands over the end of the list.
    function reveal(row: int): void {
        list.positionViewAtIndex(row, ListView.Contain);
        const card = list.itemAtIndex(row);
        if (card)
            list.contentY += Math.max(0, card.y + card.height + list.bottomMargin - list.contentY - list.height);
    }

    Component.onCompleted: root.scroll()

    // Only a choice scrolls: a line that changes under somebody stays where it is.
    Connections {
        target: root.screen

        function onChosenChanged(): void {
            root.scroll();
        }
    }

    Item {
        id: head

        width: parent.width
        height: who.height + more.height + Theme.length(16)
        Accessible.role: Accessible.Heading
        Accessible.name: root.title + ", " + more.text

        Words {
            id: who

            anchors.left: parent.left
            anchors.right: parent.right
            text: root.title
            font.pixelSize: Theme.length(30)
            font.weight: Theme.heavy
            lineHeight: 1
            elide: Text.ElideRight
            maximumLineCount: 2
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }

        Words {
            id: more

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: who.bottom
            anchors.topMargin: Theme.length(2)
            text: [root.isIn ? Theme.isolated(root.room) : qsTr("not in today"), qsTr("%n waiting", "", root.waiting)].filter(part => part !== "").join("  ·  ")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
            lineHeight: 1
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: Theme.staffFocus
            radius: height / 2
            color: root.current ? Theme.primary : "transparent"
        }
    }

    StaffButton {
        id: next

        anchors.top: head.bottom
        anchors.topMargin: Theme.length(12)
        width: parent.width
        visible: root.doctor !== ""
        enabled: visible
        primary: true
        name: qsTr("Call next")
        keys: root.index < 9 ? "F" + (root.index + 1) : ""
        Accessible.name: qsTr("Call next for %1").arg(root.title)
        onAct: root.screen.callNextAt(root.index)
    }

    Words {
        anchors.fill: next
        visible: !next.visible
        text: qsTr("Called with the next of any doctor")
        color: Theme.softInk
        font.pixelSize: Theme.staffNote
        verticalAlignment: Text.AlignVCenter
    }

    ListView {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: next.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: parent.bottom
        model: root.places
        spacing: Theme.length(10)
        bottomMargin: Theme.length(110)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        keyNavigationEnabled: false
        cacheBuffer: 0

        delegate: PlaceCard {
            required property string placeId
            width: list.width
            chosen: root?.screen.chosenId === placeId
            onAct: root.screen.choose(placeId)
        }
    }

    Words {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: list.top
        anchors.topMargin: Theme.staffMargin
        visible: list.count === 0
        text: qsTr("Nobody is waiting")
        color: Theme.softInk
        font.pixelSize: Theme.staffBody
        horizontalAlignment: Text.AlignHCenter
    }
}
