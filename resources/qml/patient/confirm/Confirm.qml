import QtQuick
import Anteroom.Screens
import "../../controls"

// Is this you?
Page {
    id: root

    required property ConfirmScreen screen
    // Compiled aside while somebody reads: making the first ticket's page then keeps the UI thread for 15-30 ms, not 25-45.
    readonly property Component following: Qt.createComponent("../ticket/Ticket.qml", Component.Asynchronous, root)

    lowers: false
    title: qsTr("Is this you?")
    lead: root.screen.deskKnows ? qsTr("The desk will ask you what has changed.") : ""
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    backName: qsTr("Not me")
    primaryName: qsTr("Yes, that's me")
    primaryGlyph: Icons.check
    onGoBack: root.screen.notMe()
    onGoOn: root.screen.yes()

    Rectangle {
        width: parent.width
        height: card.implicitHeight + 2 * Theme.length(Theme.wide ? 20 : 56)
        radius: Theme.tileRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Column {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.length(66)
            spacing: Theme.length(Theme.wide ? 12 : 40)

            Words {
                width: parent.width
                text: root.screen.starts
                font.pixelSize: Theme.appointmentTime
                font.weight: Theme.heavy
                font.features: ({
                        "tnum": 1
                    })
                lineHeight: Theme.tightLeading
            }

            Fact {
                width: parent.width
                glyph: Icons.userRound
                fact: Theme.isolated(root.screen.initials)
                more: root.screen.born === "" ? "" : qsTr("Born %1").arg(root.screen.born)
            }

            Fact {
                width: parent.width
                glyph: Icons.stethoscope
                fact: root.screen.doctor
                more: root.screen.room
            }

            Rectangle {
                width: parent.width
                height: Theme.stroke
                visible: root.screen.phone !== ""
                color: Theme.quietLine
            }

            Fact {
                width: parent.width
                visible: root.screen.phone !== ""
                glyph: Icons.phone
                fact: Theme.isolated(root.screen.phone)
                more: root.screen.phoneIsNew ? qsTr("Your new phone number") : qsTr("Still your phone number?")
            }
        }
    }

    Quiet {
        width: parent.width
        visible: root.screen.mayChange
        enabled: visible
        framed: true
        glyph: Icons.pencil
        name: qsTr("Something has changed")
        onAct: root.screen.somethingChanged()
    }
}
