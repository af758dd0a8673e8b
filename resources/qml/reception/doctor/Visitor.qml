import QtQuick
import Anteroom.Screens
import "../../controls"
import "../queue"

// Whoever is with the doctor, or called to them, large; or that the room is free.
Rectangle {
    id: root

    required property DoctorScreen screen
    readonly property QueuePerson person: screen.person
    readonly property bool somebody: person.isThere
    readonly property bool alarms: person.standing === PlaceList.Standing.EMERGENCY

    function born(): string {
        if (root.person.born === "")
            return "";
        return root.person.age < 0 ? root.person.born : qsTr("%1 (%2)", "date of birth, age in years").arg(root.person.born).arg(root.person.age);
    }

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
            spacing: Theme.length(10)

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
                    font.pixelSize: Theme.length(100)
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
