pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// One person: who they are, for whom they may wait, and what happened with them.
FocusScope {
    id: root

    required property PeopleScreen screen

    function consent(): string {
        const day = Theme.isolated(root.screen.consent.day);
        switch (root.screen.consent.said) {
        case "agreed":
            return root.screen.consent.isEarlier ? qsTr("given on %1, to an earlier text").arg(day) : qsTr("given on %1").arg(day);
        case "declined":
            return root.screen.consent.isEarlier ? qsTr("declined on %1, for an earlier text").arg(day) : qsTr("declined on %1").arg(day);
        case "not_asked":
            return qsTr("not asked yet");
        default:
            return "";
        }
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_F4) {
            root.screen.startChange();
            event.accepted = true;
        }
    }

    StaffPanel {
        anchors.fill: parent

        Words {
            width: parent.width
            text: root.screen.name
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }

        Fact {
            name: qsTr("Born")
            value: root.screen.born
            leftToRight: true
        }
        Fact {
            name: qsTr("Phone")
            value: root.screen.phone
            leftToRight: true
        }
        Fact {
            name: qsTr("E-mail")
            value: root.screen.email
            leftToRight: true
        }
        Fact {
            name: qsTr("Address")
            value: root.screen.address
        }
        Fact {
            name: qsTr("Number")
            value: root.screen.number
            leftToRight: true
        }
        Fact {
            name: qsTr("Identity")
            value: root.screen.isVerified ? qsTr("seen by staff") : qsTr("not seen by staff yet")
        }

        Fact {
            name: qsTr("Consent")
            value: root.consent()
        }

        Flow {
            width: parent.width
            visible: root.screen.consent.mayAgree

            StaffButton {
                enabled: !root.screen.busy
                name: qsTr("They agree now")
                glyph: Icons.check
                onAct: root.screen.agree()
            }
        }

        Words {
            width: parent.width
            topPadding: Theme.staffGap
            text: qsTr("Add to the queue of")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }

        DoctorChoices {
            id: doctors

            width: parent.width
            doctors: root.screen.doctors
            chosen: root.screen.form.doctor
            focus: true
            onChoose: doctor => root.screen.form.chooseDoctor(doctor)
        }

        Words {
            width: parent.width
            topPadding: Theme.staffGap
            visible: history.count > 0
            text: qsTr("What happened before")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }

        Repeater {
            id: history

            model: root.screen.past

            Item {
                id: past

                required property string kind
                required property string at
                required property string standing
                required property string who
                required property string appointment
                required property bool hasSlip
                required property bool hasReceipt

                width: parent?.width ?? 0
                height: papers.visible ? papers.y + papers.height : line.implicitHeight

                Words {
                    id: line

                    width: parent.width
                    text: Theme.isolated(past.at) + " · " + PastWords.say(past.kind, past.standing) + (past.who === "" ? "" : " · " + past.who)
                    font.pixelSize: Theme.staffNote
                }

                Flow {
                    id: papers

                    anchors.top: line.bottom
                    anchors.topMargin: Theme.length(8)
                    width: parent.width
                    visible: past.hasSlip || past.hasReceipt
                    spacing: Theme.length(12)

                    StaffButton {
                        visible: past.hasSlip
                        enabled: !root.screen.busy
                        name: qsTr("Reprint the slip")
                        glyph: Icons.printer
                        onAct: root.screen.printAgain("slip", past.appointment)
                    }
                    StaffButton {
                        visible: past.hasReceipt
                        enabled: !root.screen.busy
                        name: qsTr("Reprint the receipt")
                        glyph: Icons.printer
                        onAct: root.screen.printAgain("receipt", past.appointment)
                    }
                }
            }
        }

        footer: [
            StaffButton {
                width: parent?.width ?? 0
                primary: true
                enabled: !root.screen.busy
                name: qsTr("Add to the queue")
                glyph: Icons.userCheck
                keys: "↵"
                onAct: root.screen.join(root.screen.form.doctor)
            },
            StaffButton {
                width: parent?.width ?? 0
                name: qsTr("Change details")
                glyph: Icons.pencil
                keys: "F4"
                onAct: root.screen.startChange()
            }
        ]
    }

    Keys.onReturnPressed: root.screen.join(root.screen.form.doctor)
    Keys.onEnterPressed: root.screen.join(root.screen.form.doctor)
}
