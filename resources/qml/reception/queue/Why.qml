pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// Why somebody stands where they stand, factor by factor, as it was computed.
Rectangle {
    id: root

    required property QueuePerson person

    visible: person.score !== ""
    width: parent?.width ?? 0
    implicitHeight: rows.implicitHeight + 2 * Theme.length(20)
    radius: Theme.staffRadius
    color: Theme.paper
    border.width: Theme.highContrast ? Theme.staffStroke : 0
    border.color: Theme.line

    Column {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.length(22)
        spacing: Theme.length(8)

        Words {
            width: parent.width
            text: root.person.position === 1 ? qsTr("Why they are next") : qsTr("Why they are number %1 in line").arg(root.person.position)
            font.pixelSize: Theme.staffLabel
            font.weight: Theme.heavy
            Accessible.role: Accessible.Heading
        }

        Repeater {
            model: root.person.factors

            Item {
                id: factor

                required property string key
                required property string first
                required property string second
                required property string third
                required property string times
                readonly property string words: QueueWords.factor(key, first, second, third, root.person.putFirstBy)

                width: rows.width
                implicitHeight: said.implicitHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: times === "" ? words : words + ", × " + times

                Words {
                    id: said

                    anchors.left: parent.left
                    width: parent.width - (value.visible ? value.width + Theme.staffGap : 0)
                    text: factor.words
                    color: Theme.softInk
                    font.pixelSize: Theme.staffNote
                    Accessible.ignored: true
                }

                Words {
                    id: value

                    anchors.right: parent.right
                    anchors.baseline: said.baseline
                    visible: factor.times !== ""
                    text: Theme.isolated("× " + factor.times)
                    font.pixelSize: Theme.staffNote
                    font.weight: Theme.semibold
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }

        Item {
            width: rows.width
            implicitHeight: sum.implicitHeight
            Accessible.role: Accessible.StaticText
            Accessible.name: points.text + ", " + sum.text

            Words {
                id: points

                anchors.left: parent.left
                text: qsTr("Score")
                color: Theme.softInk
                font.pixelSize: Theme.staffNote
                Accessible.ignored: true
            }

            Words {
                id: sum

                anchors.right: parent.right
                anchors.baseline: points.baseline
                text: qsTr("%1, due %2", "a score and the time at which the target falls due").arg(root.person.score).arg(root.person.due)
                font.pixelSize: Theme.staffNote
                font.weight: Theme.heavy
                Accessible.ignored: true
            }
        }

        Words {
            width: parent.width
            visible: root.person.overtakes !== ""
            text: qsTr("Came before, called after: %1").arg(Theme.isolated(root.person.overtakes))
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }
    }
}
