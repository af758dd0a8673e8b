pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import "../templates"

// The chosen reason: its words, its picture, and what it says of whoever chooses it.
StaffPanel {
    id: root

    required property ClinicSection screen

    empty: root.screen.reason === "" ? qsTr("Choose a reason to change it.") : ""

    Words {
        width: parent.width
        text: qsTr("What it is called")
        font.pixelSize: Theme.staffTitle
        font.weight: Theme.heavy
        lineHeight: Theme.tightLeading
        Accessible.role: Accessible.Heading
    }

    Repeater {
        model: root.screen.reasonWords

        StaffField {
            id: line

            required property string key
            required property string ownName
            required property string typed

            width: parent ? parent.width : 0
            name: line.ownName
            most: root.screen.mostWords
            text: line.typed
            onEdited: text => root.screen.typeWords(line.key, text)
            onAccepted: root.screen.save()
        }
    }

    Words {
        width: parent.width
        text: qsTr("Its picture")
        color: Theme.softInk
        font.pixelSize: Theme.staffLabel
    }

    Flow {
        width: parent.width
        spacing: Theme.length(8)

        Repeater {
            model: ["", ...root.screen.icons]

            ListRow {
                id: icon

                required property string modelData

                width: Theme.staffTarget
                implicitHeight: Theme.staffTarget
                role: Accessible.RadioButton
                checkable: true
                checked: root.screen.icon === icon.modelData
                chosen: checked
                name: ClinicWords.icon(icon.modelData)
                onAct: root.screen.draw(icon.modelData)

                Icon {
                    anchors.centerIn: parent
                    text: icon.modelData === "" ? Icons.ban : ReasonGlyphs.of(icon.modelData)
                    font.pixelSize: Theme.staffIcon
                    color: icon.checked ? Theme.primary : Theme.softInk
                }
            }
        }
    }

    Tick {
        width: parent.width
        signed: true
        name: qsTr("Staff see it as said to be urgent")
        checked: root.screen.urgent
        onAct: root.screen.makeUrgent(!root.screen.urgent)
    }

    Words {
        width: parent.width
        text: qsTr("Whoever chooses it is not asked for this need any more:")
        color: Theme.softInk
        font.pixelSize: Theme.staffLabel
    }

    Repeater {
        model: root.screen.needs

        Tick {
            id: need

            required property string modelData

            width: parent ? parent.width : 0
            signed: true
            name: ClinicWords.need(need.modelData)
            checked: root.screen.implied.includes(need.modelData)
            onAct: root.screen.imply(need.modelData)
        }
    }

    footer: [
        Row {
            width: parent.width
            spacing: Theme.length(10)

            StaffButton {
                width: (parent.width - parent.spacing) / 2
                name: qsTr("Up")
                glyph: Icons.chevronUp
                onAct: root.screen.move(-1)
            }

            StaffButton {
                width: (parent.width - parent.spacing) / 2
                name: qsTr("Down")
                glyph: Icons.chevronDown
                onAct: root.screen.move(1)
            }
        },
        StaffButton {
            width: parent.width
            name: qsTr("Offer it no more")
            glyph: Icons.x
            alert: true
            onAct: root.screen.drop()
        }
    ]
}
