pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// Somebody much alike is known: one question before a second record of one person is made.
FocusScope {
    id: root

    required property PeopleScreen screen

    StaffPanel {
        anchors.fill: parent

        Words {
            width: parent.width
            text: qsTr("Is it one of these?")
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            Accessible.role: Accessible.Heading
        }

        Words {
            width: parent.width
            text: qsTr("Name and phone or birth date are much the same.")
            color: Theme.softInk
            font.pixelSize: Theme.staffLabel
        }

        Repeater {
            model: root.screen.alike

            ListRow {
                id: row

                required property string key
                required property int index
                required property string person
                required property string born
                required property string phone
                required property string number

                width: parent?.width ?? 0
                height: Math.max(Theme.length(104), who.implicitHeight + Theme.staffGap)
                name: row.person
                focus: row.index === 0
                onAct: root.screen.isThisOne(row.key)

                Column {
                    id: who

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.length(4)

                    Words {
                        width: parent.width
                        text: row.person
                        font.pixelSize: Theme.staffBody
                        font.weight: Theme.semibold
                        elide: Text.ElideRight
                        maximumLineCount: 3
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }

                    Words {
                        width: parent.width
                        text: [row.born, row.phone, row.number].filter(part => part !== "").map(part => Theme.isolated(part)).join(" · ")
                        color: Theme.softInk
                        font.pixelSize: Theme.staffNote
                        elide: Text.ElideRight
                        maximumLineCount: 2
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                }
            }
        }

        footer: [
            StaffButton {
                width: parent?.width ?? 0
                name: qsTr("No, somebody new")
                glyph: Icons.userPlus
                onAct: root.screen.isSomebodyElse()
            },
            StaffButton {
                width: parent?.width ?? 0
                quiet: true
                name: qsTr("Leave the form")
                keys: "Esc"
                onAct: root.screen.back()
            }
        ]
    }
}
