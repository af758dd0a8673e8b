pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// A session's template: what it is made of beside what it would make of each day.
AdminPage {
    id: root

    required property TemplatesSection screen

    title: qsTr("Session templates")
    lead: qsTr("Two come at the start, then one after another. Where some stay away, more are booked.")

    actions: [
        StaffButton {
            name: root.screen.busy ? qsTr("Asking the server …") : qsTr("Look at the plan")
            glyph: Icons.calendarClock
            primary: !root.screen.applicable
            enabled: !root.screen.busy
            onAct: root.screen.preview()
        },
        StaffButton {
            visible: root.screen.applicable
            name: qsTr("Apply it to %n days", "", root.screen.changing)
            glyph: Icons.calendarCheck
            primary: true
            onAct: root.screen.apply()
        }
    ]

    Said {
        id: said

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.right: panel.left
        anchors.rightMargin: Theme.staffGap
        problem: TemplateWords.problem(root.screen.problem)
        told: root.screen.told === "applied" ? qsTr("Done: %n days have these times now, and can be booked.", "", root.screen.changing) : ""
    }

    PlanView {
        anchors.left: parent.left
        anchors.top: said.bottom
        anchors.topMargin: said.visible ? Theme.staffGap : 0
        anchors.bottom: parent.bottom
        anchors.right: panel.left
        anchors.rightMargin: Theme.staffGap
        screen: root.screen
    }

    StaffPanel {
        id: panel

        anchors.right: parent.right
        anchors.rightMargin: -Theme.staffMargin
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.staffMargin
        width: Theme.staffSide

        Chooser {
            width: parent.width
            z: open ? 20 : 0
            focus: true
            name: root.screen.place === "" ? qsTr("Doctor") : qsTr("Doctor at %1").arg(root.screen.place)
            kind: "doctor"
            choices: root.screen.doctors
            chosen: root.screen.doctor
            chosenWords: root.screen.doctor === "" ? qsTr("Nobody chosen yet") : root.screen.doctorName
            onChoose: key => root.screen.chooseDoctor(key)
        }

        Said {
            width: parent.width
            problem: root.screen.doctorMissing ? qsTr("Choose a doctor first.") : ""
        }

        Grid {
            id: fields

            width: parent.width
            columns: 2
            spacing: Theme.staffGap

            Repeater {
                model: root.screen.fields

                StaffField {
                    id: line

                    required property string key
                    required property string typed
                    required property string wrong
                    required property string proposed

                    width: Math.floor((fields.width - fields.spacing) / 2)
                    name: TemplateWords.field(line.key)
                    hint: TemplateWords.hint(line.key, line.proposed)
                    most: 10
                    inputHints: Qt.ImhPreferNumbers | Qt.ImhNoPredictiveText
                    text: line.typed
                    problem: TemplateWords.wrong(line.wrong)
                    onEdited: text => root.screen.type(line.key, text)
                    onAccepted: root.screen.preview()
                }
            }
        }

        Words {
            width: parent.width
            text: qsTr("On these days of the week")
            color: root.screen.weekdayMissing ? Theme.alert : Theme.softInk
            font.pixelSize: Theme.staffNote
            lineHeight: Theme.tightLeading
        }

        Grid {
            id: week

            width: parent.width
            columns: 4
            spacing: Theme.length(8)

            Repeater {
                model: root.screen.weekdays

                Tick {
                    id: weekday

                    required property int key
                    required property string shortName
                    required property string fullName
                    required property bool isChosen

                    width: Math.floor((week.width - 3 * week.spacing) / 4)
                    name: weekday.fullName
                    shown: weekday.shortName
                    checked: weekday.isChosen
                    onAct: root.screen.toggleWeekday(weekday.key)
                }
            }
        }

        Tick {
            width: parent.width
            name: qsTr("Hours within the session give way")
            signed: true
            checked: root.screen.replaces
            onAct: root.screen.toggleReplaces()
        }
    }
}
