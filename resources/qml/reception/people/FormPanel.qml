pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// What is typed of somebody: Tab goes on, Enter finishes, Escape leaves.
FocusScope {
    id: root

    required property PeopleScreen screen
    readonly property PersonForm form: root.screen.form

    Keys.onReturnPressed: root.screen.submit()
    Keys.onEnterPressed: root.screen.submit()

    StaffPanel {
        anchors.fill: parent

        Words {
            width: parent.width
            text: root.form.isNew ? qsTr("New person") : qsTr("Change details")
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            Accessible.role: Accessible.Heading
        }

        Words {
            width: parent.width
            visible: root.screen.changedMeanwhile
            text: qsTr("Somebody else changed this person meanwhile. This is how it stands now: please enter your change once more.")
            color: Theme.warning
            font.pixelSize: Theme.staffLabel
            font.weight: Theme.semibold
            Accessible.role: Accessible.AlertMessage
        }

        Row {
            id: names

            width: parent.width
            spacing: Theme.staffGap

            StaffField {
                width: Math.floor((names.width - names.spacing) / 2) - 1
                focus: true
                name: qsTr("First name")
                text: root.form.first
                most: 60
                problem: root.form.nameProblem === "" ? "" : qsTr("A name is needed.")
                onEdited: text => root.form.type("first", text)
                onAccepted: root.screen.submit()
            }

            StaffField {
                width: Math.floor((names.width - names.spacing) / 2) - 1
                name: qsTr("Last name")
                text: root.form.last
                most: 60
                onEdited: text => root.form.type("last", text)
                onAccepted: root.screen.submit()
            }
        }

        Row {
            id: numbers

            width: parent.width
            spacing: Theme.staffGap

            StaffField {
                width: Math.floor((numbers.width - numbers.spacing) / 2) - 1
                name: qsTr("Born")
                hint: qsTr("day month year")
                text: root.form.born
                most: 20
                problem: root.form.bornProblem === "" ? "" : qsTr("This is no birth date.")
                onEdited: text => root.form.type("born", text)
                onAccepted: root.screen.submit()
            }

            StaffField {
                width: Math.floor((numbers.width - numbers.spacing) / 2) - 1
                name: qsTr("Phone")
                text: root.form.phone
                most: 24
                onEdited: text => root.form.type("phone", text)
                onAccepted: root.screen.submit()
            }
        }

        StaffField {
            width: parent.width
            visible: !root.form.isNew
            name: qsTr("E-mail")
            text: root.form.email
            onEdited: text => root.form.type("email", text)
            onAccepted: root.screen.submit()
        }

        StaffField {
            width: parent.width
            visible: !root.form.isNew
            name: qsTr("Address")
            text: root.form.address
            most: 160
            onEdited: text => root.form.type("address", text)
            onAccepted: root.screen.submit()
        }

        StaffField {
            width: parent.width
            visible: root.form.isNew
            name: qsTr("Reason for the visit")
            text: root.form.reason
            onEdited: text => root.form.type("reason", text)
            onAccepted: root.screen.submit()
        }

        Words {
            width: parent.width
            visible: root.form.isNew
            text: qsTr("Waits for")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }

        DoctorChoices {
            width: parent.width
            visible: root.form.isNew
            doctors: root.screen.doctors
            chosen: root.form.doctor
            onChoose: doctor => root.form.chooseDoctor(doctor)
        }

        footer: [
            StaffButton {
                width: parent?.width ?? 0
                primary: true
                enabled: !root.screen.busy
                name: root.form.isNew ? qsTr("Register and add to the queue") : qsTr("Save")
                glyph: Icons.check
                keys: "↵"
                onAct: root.screen.submit()
            },
            StaffButton {
                width: parent?.width ?? 0
                name: qsTr("Leave the form")
                keys: "Esc"
                onAct: root.screen.back()
            }
        ]
    }
}
