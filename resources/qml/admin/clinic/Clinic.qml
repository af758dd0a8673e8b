pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// What patients read of this place, what they are asked to agree to, and why they may come.
AdminPage {
    id: root

    required property ClinicSection screen

    title: qsTr("This clinic")
    lead: qsTr("What patients read of this place and are asked here. It stands at every machine as soon as that has heard of it.")

    actions: [
        StaffButton {
            visible: root.screen.touched
            name: qsTr("Back to what is in force")
            glyph: Icons.undo2
            onAct: root.screen.undo()
        },
        StaffButton {
            name: qsTr("Keep it")
            glyph: Icons.check
            primary: true
            enabled: root.screen.changed
            onAct: root.screen.save()
        }
    ]

    Flow {
        id: parts

        anchors.left: parent.left
        anchors.right: side.visible ? side.left : parent.right
        anchors.rightMargin: side.visible ? Theme.staffGap : 0
        anchors.top: parent.top
        spacing: Theme.length(8)

        Repeater {
            model: root.screen.parts

            ListRow {
                id: part

                required property string modelData
                readonly property bool wrong: root.screen.wrongPart === part.modelData

                width: called.implicitWidth + 2 * Theme.length(30)
                implicitHeight: Theme.staffTarget
                focus: checked
                role: Accessible.RadioButton
                checkable: true
                checked: root.screen.part === part.modelData
                chosen: checked
                name: ClinicWords.part(part.modelData)
                Accessible.description: part.wrong ? qsTr("Something here can't be kept yet.") : ""
                onAct: root.screen.open(part.modelData)

                Words {
                    id: called

                    anchors.centerIn: parent
                    text: part.name
                    color: part.wrong ? Theme.alert : Theme.ink
                    font.pixelSize: Theme.staffLabel
                    font.weight: part.checked ? Theme.semibold : Theme.regular
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }

    Said {
        id: said

        anchors.left: parts.left
        anchors.right: parts.right
        anchors.top: parts.bottom
        anchors.topMargin: visible ? Theme.staffGap : 0
        problem: root.screen.problem !== "" ? AdminWords.problem(root.screen.problem) : root.screen.wrongPart !== "" && root.screen.wrongPart !== root.screen.part ? qsTr("It can't be kept yet: look at “%1”.").arg(ClinicWords.part(root.screen.wrongPart)) : ""
        told: root.screen.told === "saved" ? qsTr("Kept. It stands everywhere as soon as each machine has heard of it.") : ""
    }

    Flickable {
        id: place

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: parent.bottom
        visible: root.screen.part === "place"
        contentHeight: lines.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: lines

            width: Math.min(place.width, Theme.length(900))
            spacing: Theme.staffGap

            Repeater {
                model: root.screen.places

                StaffField {
                    id: line

                    required property string key
                    required property string typed
                    required property int letters
                    required property string wrong

                    width: lines.width
                    name: ClinicWords.line(line.key)
                    hint: ClinicWords.example(line.key)
                    most: line.letters
                    text: line.typed
                    problem: ClinicWords.wrong(line.wrong)
                    onEdited: text => root.screen.type(line.key, text)
                    onAccepted: root.screen.save()
                }
            }

            Words {
                width: parent.width
                text: qsTr("Tickets and answers have a new name at once; the heads of screens when they start again.")
                color: Theme.softInk
                font.pixelSize: Theme.staffNote
            }
        }
    }

    ConsentTexts {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: parent.bottom
        visible: root.screen.part === "consent"
        screen: root.screen
    }

    ReasonList {
        anchors.left: parent.left
        anchors.right: side.left
        anchors.rightMargin: Theme.staffGap
        anchors.top: said.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: parent.bottom
        visible: root.screen.part === "reasons"
        screen: root.screen
    }

    ReasonPanel {
        id: side

        anchors.right: parent.right
        anchors.rightMargin: -Theme.staffMargin
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.staffMargin
        width: Theme.staffSide
        visible: root.screen.part === "reasons"
        screen: root.screen
    }
}
