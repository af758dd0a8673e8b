import QtQuick
import "../controls"

// One doctor's line: where, how many wait, and how long it may take; beside each other, or below where it is narrow.
Rectangle {
    id: root

    required property string doctor
    required property string room
    required property string serving
    required property int waiting
    required property int least
    required property int most
    readonly property string range: root.most < 0 ? qsTr("not known") : root.least === 0 ? qsTr("up to %1 min").arg(root.most) : qsTr("%1–%2 min").arg(root.least).arg(root.most)
    readonly property real note: Theme.boardNote * (Theme.boardNarrow ? 0.9 : 1)

    radius: Theme.cardRadius
    color: Theme.surface
    border.width: Theme.stroke
    border.color: Theme.quietLine

    Column {
        anchors.left: parent.left
        anchors.leftMargin: Theme.boardGap
        anchors.right: Theme.boardNarrow ? parent.right : wait.left
        anchors.rightMargin: Theme.boardGap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.boardGap * 0.1

        Words {
            width: parent.width
            text: root.doctor === "" ? qsTr("Whoever is free") : root.doctor
            font.pixelSize: Theme.boardBody
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.boardBody * 0.8
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        Words {
            width: parent.width
            text: root.room === "" ? qsTr("%n waiting", "", root.waiting) : Theme.isolated(root.room) + "  ·  " + qsTr("%n waiting", "", root.waiting)
            color: Theme.softInk
            font.pixelSize: root.note
            lineHeight: Theme.tightLeading
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: root.note * 0.8
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        Words {
            width: parent.width
            visible: root.serving !== ""
            text: qsTr("With the doctor: %1").arg(Theme.isolated(root.serving))
            color: Theme.softInk
            font.pixelSize: root.note
            lineHeight: Theme.tightLeading
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: root.note * 0.8
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        Row {
            visible: Theme.boardNarrow
            spacing: Theme.boardGap * 0.4

            Words {
                id: label

                text: qsTr("wait, about")
                color: Theme.softInk
                font.pixelSize: root.note
                lineHeight: Theme.tightLeading
                wrapMode: Text.NoWrap
            }

            Words {
                anchors.baseline: label.baseline
                text: root.range
                font.pixelSize: Theme.boardBody
                font.weight: Theme.heavy
                font.features: {
                    "tnum": 1
                }
                lineHeight: Theme.tightLeading
                wrapMode: Text.NoWrap
            }
        }
    }

    Column {
        id: wait

        anchors.right: parent.right
        anchors.rightMargin: Theme.boardGap
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(range.implicitWidth, about.implicitWidth)
        visible: !Theme.boardNarrow

        Words {
            id: range

            anchors.right: parent.right
            text: root.range
            font.pixelSize: Theme.boardBody
            font.weight: Theme.heavy
            font.features: {
                "tnum": 1
            }
            wrapMode: Text.NoWrap
        }

        Words {
            id: about

            anchors.right: parent.right
            text: qsTr("wait, about")
            color: Theme.softInk
            font.pixelSize: root.note
            wrapMode: Text.NoWrap
        }
    }
}
