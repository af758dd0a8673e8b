pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// To what people are asked to agree, in one language after the other.
Item {
    id: root

    required property ClinicSection screen

    Flow {
        id: tongues

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.length(8)

        Repeater {
            model: root.screen.texts

            ListRow {
                id: tongue

                required property string key
                required property string ownName
                required property bool written

                width: own.implicitWidth + sign.width + 2 * Theme.length(22)
                implicitHeight: Theme.staffTarget
                role: Accessible.RadioButton
                checkable: true
                checked: root.screen.language === tongue.key
                chosen: checked
                name: tongue.ownName
                Accessible.description: tongue.written ? qsTr("written") : qsTr("not written")
                onAct: root.screen.speak(tongue.key)

                Words {
                    id: own

                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: tongue.ownName
                    color: tongue.written ? Theme.ink : Theme.softInk
                    font.pixelSize: Theme.staffLabel
                    font.weight: tongue.checked ? Theme.semibold : Theme.regular
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }

                Icon {
                    id: sign

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    width: tongue.written ? font.pixelSize + Theme.length(12) : 0
                    visible: tongue.written
                    horizontalAlignment: Text.AlignRight
                    text: Icons.check
                    font.pixelSize: Theme.staffIcon * 0.8
                    color: Theme.primary
                }
            }
        }
    }

    TextBox {
        id: text

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tongues.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: below.top
        anchors.bottomMargin: Theme.staffGap
        name: qsTr("What people are asked to agree to")
        text: root.screen.consent
        most: root.screen.mostConsent
        onEdited: typed => root.screen.typeConsent(typed)
    }

    Column {
        id: below

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.length(8)

        Mark {
            width: parent.width
            visible: root.screen.lacksDefault
            mark: "bad"
            words: qsTr("Write it in the clinic's first language too: whoever speaks a language without a text reads that one.")
        }

        Words {
            width: parent.width
            text: root.screen.isAsked ? qsTr("Everybody is asked before they check in or book. Another word in any language, and all are asked anew.") : qsTr("While no language has a text, nobody is asked.")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }
    }
}
