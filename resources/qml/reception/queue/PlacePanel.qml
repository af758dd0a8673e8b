pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// Whoever is chosen: what is known of them, why they stand there, and what can be done.
StaffPanel {
    id: root

    required property QueueScreen screen
    readonly property QueuePerson person: screen.person
    readonly property bool asks: screen.asking !== QueueScreen.Asking.NOTHING

    function born(): string {
        if (root.person.born === "")
            return "";
        return root.person.age < 0 ? root.person.born : qsTr("%1 (%2)", "date of birth, age in years").arg(root.person.born).arg(root.person.age);
    }

    empty: !root.person.isThere ? qsTr("Choose somebody, by hand or with the arrow keys") : ""

    footer: Column {
        id: actions

        width: parent?.width ?? 0
        visible: !root.asks
        spacing: Theme.length(12)

        StaffButton {
            width: actions.width
            implicitHeight: Theme.length(72)
            visible: root.person.mayCall
            primary: true
            glyph: Icons.megaphone
            name: qsTr("Call")
            keys: "↵"
            onAct: root.screen.call()
        }
        StaffButton {
            width: actions.width
            implicitHeight: Theme.length(72)
            visible: root.person.mayStart && !root.person.mayCall
            primary: true
            glyph: Icons.doorOpen
            name: qsTr("Start")
            keys: "S"
            onAct: root.screen.start()
        }
        StaffButton {
            width: actions.width
            implicitHeight: Theme.length(72)
            visible: root.person.mayComplete
            primary: true
            glyph: Icons.check
            name: qsTr("Complete")
            keys: "C"
            onAct: root.screen.complete()
        }

        Grid {
            id: more

            readonly property real cell: (width - spacing) / 2

            width: parent.width
            columns: 2
            spacing: Theme.length(12)

            StaffButton {
                width: more.cell
                visible: root.person.mayRecall
                name: qsTr("Call again")
                keys: "R"
                onAct: root.screen.recall()
            }
            StaffButton {
                width: more.cell
                visible: root.person.mayBeAbsent
                name: qsTr("Absent")
                keys: "A"
                onAct: root.screen.absent()
            }
            StaffButton {
                width: more.cell
                visible: root.person.mayUnpark
                name: qsTr("Is back")
                keys: "P"
                onAct: root.screen.park()
            }
            StaffButton {
                width: more.cell
                visible: root.person.mayPark && !root.person.mayUnpark
                name: qsTr("Hold back")
                keys: "P"
                onAct: root.screen.park()
            }
            StaffButton {
                width: more.cell
                visible: root.person.mayTransfer
                name: qsTr("Transfer")
                keys: "T"
                onAct: root.screen.askTransfer()
            }
            StaffButton {
                width: more.cell
                visible: root.person.mayTriage
                name: qsTr("Level")
                keys: "G"
                onAct: root.screen.askTriage()
            }
            StaffButton {
                width: more.cell
                visible: root.person.mayLeave
                name: qsTr("Has left")
                keys: "L"
                onAct: root.screen.leave()
            }
            StaffButton {
                width: more.cell
                visible: root.person.isThere
                name: qsTr("Reprint")
                keys: "I"
                onAct: root.screen.printAgain()
            }
        }
    }

    Words {
        width: parent.width
        text: Theme.isolated(root.person.number) + (root.person.name === "" ? "" : "  ·  " + root.person.name)
        font.pixelSize: Theme.staffTitle
        font.weight: Theme.heavy
        lineHeight: Theme.tightLeading
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    Words {
        width: parent.width
        text: QueueWords.state(root.person.standing, root.person.room, root.person.recalls) + "  ·  " + QueueWords.spent(root.person.minutes)
        color: root.person.standing === PlaceList.Standing.EMERGENCY ? Theme.alert : Theme.primary
        font.pixelSize: Theme.staffLabel
        font.weight: Theme.semibold
    }

    Loader {
        width: parent.width
        active: root.asks
        visible: active
        focus: active
        sourceComponent: Question {
            screen: root.screen
            focus: true
        }
        onLoaded: (item as Item).forceActiveFocus()
    }

    Column {
        width: parent.width
        visible: !root.asks
        spacing: Theme.length(8)

        Fact {
            label: qsTr("Born")
            value: root.born()
        }
        Fact {
            label: qsTr("Phone")
            value: Theme.isolated(root.person.phone)
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
            label: qsTr("Booked for")
            value: root.person.booked
        }
        Fact {
            label: qsTr("Level")
            value: root.person.triage > 0 && root.person.score === "" ? root.person.triage + "  ·  " + QueueWords.level(root.person.triage) : ""
        }
        Fact {
            label: qsTr("Number from")
            value: root.person.cameBy === "" ? root.person.came : Theme.isolated(root.person.cameBy) + ", " + root.person.came
        }
        Fact {
            label: qsTr("Identity")
            value: root.person.flags & PlaceList.Flag.NOT_VERIFIED ? qsTr("not verified yet") : ""
        }
        Fact {
            label: qsTr("Called by")
            value: root.person.standing === PlaceList.Standing.CALLED ? Theme.isolated(root.person.calledBy) : ""
        }
        Fact {
            label: qsTr("Put first")
            value: root.person.putFirst === "" || root.person.score !== "" ? "" : root.person.putFirst + (root.person.putFirstBy === "" ? "" : "  ·  " + root.person.putFirstBy)
        }
    }

    Why {
        visible: root.person.score !== "" && !root.asks
        person: root.person
    }
}
