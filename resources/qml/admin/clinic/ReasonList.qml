pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// Why people may come, in the order in which they are offered.
Item {
    id: root

    required property ClinicSection screen

    Connections {
        target: root.screen

        function onDetailsChanged(): void {
            list.reveal();
        }
    }

    ListView {
        id: list

        // The one beside the list is seen in it, also when it was just added or moved.
        function reveal(): void {
            const place = root.screen.reasons.placeNamed(root.screen.reason);
            if (place >= 0)
                positionViewAtIndex(place, ListView.Contain);
        }

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: below.top
        anchors.bottomMargin: Theme.staffGap
        clip: true
        spacing: Theme.length(6)
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        model: root.screen.reasons
        onCountChanged: reveal()
        Accessible.role: Accessible.List
        Accessible.name: ClinicWords.part("reasons")

        delegate: ListRow {
            id: row

            required property string key
            required property string words
            required property string icon
            required property bool urgent
            readonly property string called: row.words === "" ? qsTr("Without words yet") : row.words

            width: ListView.view.width
            implicitHeight: Math.max(Theme.staffTarget, called.implicitHeight + Theme.length(20))
            focus: true
            name: row.urgent ? qsTr("%1, urgent").arg(row.called) : row.called
            chosen: root.screen.reason === row.key
            onAct: root.screen.choose(row.key)

            Icon {
                id: sign

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.length(44)
                text: row.words === "" ? Icons.circleAlert : ReasonGlyphs.of(row.icon)
                font.pixelSize: Theme.staffIcon
                color: row.words === "" ? Theme.alert : Theme.primary
            }

            Words {
                id: called

                anchors.left: sign.right
                anchors.right: urgency.left
                anchors.rightMargin: Theme.length(10)
                anchors.verticalCenter: parent.verticalCenter
                text: row.called
                color: row.words === "" ? Theme.alert : Theme.ink
                font.pixelSize: Theme.staffBody
                font.weight: row.chosen ? Theme.semibold : Theme.regular
                lineHeight: Theme.tightLeading
                Accessible.ignored: true
            }

            Words {
                id: urgency

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: row.urgent ? qsTr("urgent") : ""
                color: Theme.alert
                font.pixelSize: Theme.staffLabel
                font.weight: Theme.semibold
                wrapMode: Text.NoWrap
                lineHeight: 1
                Accessible.ignored: true
            }
        }
    }

    Column {
        id: below

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.length(10)

        Words {
            width: parent.width
            text: root.screen.ownReasons ? qsTr("These are the clinic's own.") : qsTr("These are the program's own; as soon as one is changed, all are the clinic's.")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
        }

        Flow {
            width: parent.width
            spacing: Theme.length(10)

            StaffButton {
                name: qsTr("Add a reason")
                glyph: Icons.plus
                enabled: !root.screen.full
                onAct: root.screen.add()
            }

            StaffButton {
                visible: root.screen.ownReasons
                name: qsTr("Take the program's own reasons")
                glyph: Icons.rotateCcw
                onAct: root.screen.takeOurs()
            }
        }
    }
}
