pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import "../queue"

// The doctor's view: whoever is there stands large, three keys lead through a visit, and the line waits beside.
FocusScope {
    id: root

    required property DoctorScreen screen
    readonly property QueuePerson person: screen.person
    readonly property bool somebody: person.isThere

    function act(key: int): bool {
        switch (key) {
        case Qt.Key_1:
            root.screen.callNext();
            return true;
        case Qt.Key_2:
            root.screen.start();
            return true;
        case Qt.Key_3:
            root.screen.complete();
            return true;
        case Qt.Key_R:
            root.screen.recall();
            return true;
        case Qt.Key_A:
            root.screen.absent();
            return true;
        case Qt.Key_P:
            root.screen.park();
            return true;
        case Qt.Key_U:
            root.screen.undo();
            return true;
        default:
            return false;
        }
    }

    Keys.onEscapePressed: root.screen.hush()
    Keys.onPressed: event => {
        if (!event.isAutoRepeat && (event.modifiers === Qt.NoModifier || event.modifiers === Qt.KeypadModifier))
            event.accepted = root.act(event.key);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Item {
        id: desk

        anchors.left: parent.left
        anchors.right: side.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.staffMargin

        Sentence {
            id: problem

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            visible: root.screen.failed
            height: visible ? implicitHeight : 0
            glyph: Icons.triangleAlert
            text: root.screen.known ? qsTr("The queue cannot be read just now. This is how it stood at %1.").arg(root.screen.readAt) : qsTr("The queue cannot be read just now.")
        }

        Visitor {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: problem.bottom
            anchors.topMargin: problem.visible ? Theme.staffGap : 0
            anchors.bottom: keys.top
            anchors.bottomMargin: Theme.staffMargin
            screen: root.screen
        }

        Column {
            id: keys

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.staffGap

            Row {
                id: more

                width: parent.width
                visible: root.person.mayRecall || root.person.mayBeAbsent || root.person.mayPark
                spacing: Theme.staffGap

                StaffButton {
                    width: three.cell
                    visible: root.person.mayRecall
                    glyph: three.roomy ? Icons.repeat : ""
                    name: qsTr("Call again")
                    keys: "R"
                    onAct: root.screen.recall()
                }
                StaffButton {
                    width: three.cell
                    visible: root.person.mayBeAbsent
                    glyph: three.roomy ? Icons.userX : ""
                    name: qsTr("Absent")
                    keys: "A"
                    onAct: root.screen.absent()
                }
                StaffButton {
                    width: three.cell
                    visible: root.person.mayPark
                    glyph: three.roomy ? Icons.pause : ""
                    name: qsTr("Hold back")
                    keys: "P"
                    onAct: root.screen.park()
                }
            }

            Row {
                id: three

                readonly property real cell: (width - 2 * spacing) / 3
                readonly property bool roomy: cell > Theme.length(280)

                width: parent.width
                spacing: Theme.staffGap

                StaffButton {
                    width: three.cell
                    height: Theme.length(108)
                    primary: !root.somebody
                    glyph: three.roomy ? Icons.megaphone : ""
                    name: qsTr("Call next")
                    keys: "1"
                    onAct: root.screen.callNext()
                }
                StaffButton {
                    width: three.cell
                    height: Theme.length(108)
                    enabled: root.person.mayStart
                    primary: root.person.mayStart
                    glyph: three.roomy ? Icons.doorOpen : ""
                    name: qsTr("Start")
                    keys: "2"
                    onAct: root.screen.start()
                }
                StaffButton {
                    width: three.cell
                    height: Theme.length(108)
                    enabled: root.person.mayComplete
                    primary: root.person.mayComplete
                    glyph: three.roomy ? Icons.check : ""
                    name: qsTr("Complete")
                    keys: "3"
                    onAct: root.screen.complete()
                }
            }
        }
    }

    Rectangle {
        id: side

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Math.round(Math.min(Theme.length(560), parent.width * 0.38))
        color: Theme.surface

        Rectangle {
            anchors.left: parent.left
            width: Theme.staffStroke
            height: parent.height
            color: Theme.quietLine
        }

        Item {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.staffMargin
            height: room.height + Theme.length(8) + count.height

            Words {
                id: room

                width: parent.width
                text: root.screen.room === "" ? qsTr("My queue") : Theme.isolated(root.screen.room)
                font.pixelSize: Theme.staffTitle
                font.weight: Theme.heavy
                lineHeight: 1
                Accessible.role: Accessible.Heading
            }

            Words {
                id: count

                anchors.top: room.bottom
                anchors.topMargin: Theme.length(8)
                width: parent.width
                text: qsTr("%n waiting", "", root.screen.waiting)
                color: Theme.softInk
                font.pixelSize: Theme.staffBody
                lineHeight: 1
            }
        }

        Coming {
            id: next

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.staffMargin
            screen: root.screen
        }

        ListView {
            id: list

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: head.bottom
            anchors.bottom: next.top
            anchors.margins: Theme.staffMargin
            anchors.topMargin: Theme.length(20)
            anchors.bottomMargin: Theme.staffGap
            model: root.screen.mine
            spacing: Theme.length(10)
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            clip: true
            keyNavigationEnabled: false
            cacheBuffer: 0

            delegate: PlaceCard {
                required property string placeId

                width: list.width
                enabled: quiet
                activeFocusOnTab: quiet
                onAct: root.screen.call(placeId)
            }
        }
    }

    Toast {
        anchors.horizontalCenter: desk.horizontalCenter
        anchors.bottom: desk.bottom
        anchors.bottomMargin: keys.height + Theme.staffMargin + Theme.staffGap
        words: QueueWords.said(root.screen.word)
        glyph: root.screen.word.refused ? Icons.circleAlert : Icons.circleCheck
        undoName: root.screen.word.undoable ? qsTr("Undo") : ""
        keys: "U"
        onUndo: root.screen.undo()
    }
}
