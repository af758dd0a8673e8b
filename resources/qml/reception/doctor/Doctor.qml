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
    readonly property bool somebody: person.placeId !== 0
    readonly property bool alarms: person.standing === PlaceList.Standing.EMERGENCY

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

    function born(): string {
        if (root.person.born === "")
            return "";
        return root.person.age < 0 ? root.person.born : qsTr("%1 (%2)", "date of birth, age in years").arg(root.person.born).arg(root.person.age);
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

        Rectangle {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: problem.bottom
            anchors.topMargin: problem.visible ? Theme.staffGap : 0
            anchors.bottom: keys.top
            anchors.bottomMargin: Theme.staffMargin
            radius: Theme.cardRadius
            color: root.alarms ? Theme.alertGround : root.somebody ? Theme.surface : Theme.paper
            border.width: root.alarms ? Theme.staffFocus : root.somebody ? Theme.staffStroke : 0
            border.color: root.alarms ? Theme.alert : Theme.quietLine

            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.length(56)
                visible: !root.somebody && root.screen.known
                spacing: Theme.staffGap

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: root.screen.waiting > 0 ? Icons.megaphone : Icons.check
                    color: Theme.softInk
                    font.pixelSize: Theme.length(72)
                }

                Words {
                    width: parent.width
                    text: root.screen.waiting > 0 ? qsTr("Call the next person when you are ready") : qsTr("Nobody is waiting for you")
                    color: Theme.softInk
                    font.pixelSize: Theme.staffTitle
                    horizontalAlignment: Text.AlignHCenter
                }
            }

            Flickable {
                id: flick

                anchors.fill: parent
                anchors.margins: Theme.length(48)
                visible: root.somebody
                contentHeight: inside.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                interactive: contentHeight > height
                clip: true

                Column {
                    id: inside

                    width: flick.width
                    spacing: Theme.length(14)

                    Words {
                        width: parent.width
                        text: QueueWords.state(root.person.standing, root.person.room, root.person.recalls) + "  ·  " + QueueWords.spent(root.person.minutes)
                        color: root.alarms ? Theme.alert : Theme.primary
                        font.pixelSize: Theme.staffTitle
                        font.weight: Theme.semibold
                        lineHeight: Theme.tightLeading
                    }

                    Item {
                        width: parent.width
                        implicitHeight: number.implicitHeight

                        Words {
                            id: number

                            anchors.left: parent.left
                            text: Theme.isolated(root.person.number)
                            font.pixelSize: Theme.length(120)
                            font.weight: Theme.heavy
                            lineHeight: 1
                            wrapMode: Text.NoWrap
                        }
                    }

                    Words {
                        width: parent.width
                        text: root.person.name
                        font.pixelSize: Theme.staffDisplay
                        font.weight: Theme.heavy
                        lineHeight: Theme.tightLeading
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.Heading
                    }

                    Item {
                        width: 1
                        height: Theme.length(6)
                    }

                    Fact {
                        label: qsTr("Came for")
                        value: root.person.reason
                    }
                    Fact {
                        label: qsTr("Needs")
                        value: root.person.needs
                    }
                    Fact {
                        label: qsTr("Born")
                        value: root.born()
                    }
                    Fact {
                        label: qsTr("Booked for")
                        value: root.person.booked
                    }
                    Fact {
                        label: qsTr("Level")
                        value: root.person.triage > 0 ? root.person.triage + "  ·  " + QueueWords.level(root.person.triage) : ""
                    }
                    Fact {
                        label: qsTr("Put first")
                        value: root.person.putFirst === "" ? "" : root.person.putFirst + (root.person.putFirstBy === "" ? "" : "  ·  " + Theme.isolated(root.person.putFirstBy))
                    }
                    Fact {
                        label: qsTr("Came at")
                        value: root.person.came
                    }
                }
            }
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
                    visible: root.person.mayRecall
                    glyph: Icons.repeat
                    name: qsTr("Call again")
                    keys: "R"
                    onAct: root.screen.recall()
                }
                StaffButton {
                    visible: root.person.mayBeAbsent
                    glyph: Icons.userX
                    name: qsTr("Absent")
                    keys: "A"
                    onAct: root.screen.absent()
                }
                StaffButton {
                    visible: root.person.mayPark
                    glyph: Icons.pause
                    name: qsTr("Hold back")
                    keys: "P"
                    onAct: root.screen.park()
                }
            }

            Row {
                id: three

                readonly property real cell: (width - 2 * spacing) / 3

                width: parent.width
                spacing: Theme.staffGap

                StaffButton {
                    width: three.cell
                    height: Theme.length(108)
                    primary: !root.somebody
                    glyph: Icons.megaphone
                    name: qsTr("Call next")
                    keys: "1"
                    onAct: root.screen.callNext()
                }
                StaffButton {
                    width: three.cell
                    height: Theme.length(108)
                    enabled: root.person.mayStart
                    primary: root.person.mayStart
                    glyph: Icons.doorOpen
                    name: qsTr("Start")
                    keys: "2"
                    onAct: root.screen.start()
                }
                StaffButton {
                    width: three.cell
                    height: Theme.length(108)
                    enabled: root.person.mayComplete
                    primary: root.person.mayComplete
                    glyph: Icons.check
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
        width: Math.min(Theme.length(560), parent.width * 0.38)
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

        Rectangle {
            id: next

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.staffMargin
            height: coming.implicitHeight + 2 * Theme.length(22)
            radius: Theme.staffRadius
            color: Theme.paper
            border.width: Theme.highContrast ? Theme.staffStroke : 0
            border.color: Theme.line

            Column {
                id: coming

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.length(22)
                spacing: Theme.length(6)

                Words {
                    width: parent.width
                    text: root.screen.appointmentsLeft > 0 ? qsTr("Next appointment") : qsTr("No more appointments today")
                    color: Theme.softInk
                    font.pixelSize: Theme.staffNote
                }
                Words {
                    width: parent.width
                    text: root.screen.nextStarts === "" ? "" : root.screen.nextStarts + "  ·  " + root.screen.nextName
                    visible: text !== ""
                    font.pixelSize: Theme.staffBody
                    font.weight: Theme.heavy
                    wrapMode: Text.Wrap
                }
                Words {
                    width: parent.width
                    text: root.screen.nextReason
                    visible: text !== ""
                    font.pixelSize: Theme.staffNote
                    wrapMode: Text.Wrap
                }
                Words {
                    width: parent.width
                    visible: root.screen.appointmentsLeft > 1
                    text: qsTr("%n more today", "appointments", root.screen.appointmentsLeft - 1)
                    color: Theme.softInk
                    font.pixelSize: Theme.staffNote
                }
            }
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
                required property int placeId

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
