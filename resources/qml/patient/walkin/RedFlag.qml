pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// What cannot wait. A yes tells staff at once.
Page {
    id: root

    required property RedFlagScreen screen
    readonly property bool asking: root.screen.state === RedFlagScreen.State.ASKING
    readonly property bool told: root.screen.state === RedFlagScreen.State.TOLD

    title: root.asking ? qsTr("Do you have any of these now?") : root.told ? qsTr("Staff are coming to you now") : qsTr("Please call out to our staff now")
    lead: root.asking ? "" : root.told ? qsTr("Stay here. Sit down if you can.") : qsTr("Go to the desk at once, or ask somebody beside you to go.")
    emblem: root.asking ? "" : Icons.bellRing
    step: root.asking ? root.screen.step : 0
    steps: root.asking ? root.screen.steps : 0
    busy: root.screen.busy
    backShown: root.asking
    primaryName: root.asking ? qsTr("No, none of these") : root.told ? qsTr("Done") : qsTr("Tell staff again")
    primaryGlyph: root.asking ? Icons.chevronRight : ""
    onGoBack: root.screen.back()
    onGoOn: root.asking ? root.screen.none() : root.told ? root.screen.done() : root.screen.tellStaff()

    // Beside its question it needs no scrolling, however large the text.
    display: Loader {
        width: parent.width
        active: root.asking && Theme.wide
        visible: active
        sourceComponent: yes
    }

    Component {
        id: yes

        BigButton {
            glyph: Icons.bellRing
            glyphLeads: true
            name: qsTr("Yes – tell staff now")
            onAct: root.screen.tellStaff()
        }
    }

    Rectangle {
        width: parent.width
        height: signs.implicitHeight + 2 * Theme.length(Theme.wide ? 28 : 48)
        visible: root.asking
        radius: Theme.tileRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Column {
            id: signs

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.length(48)
            spacing: Theme.length(Theme.wide ? 20 : 36)

            Sign {
                width: parent.width
                glyph: Icons.heartPulse
                words: qsTr("Pain or pressure in the chest")
            }

            Sign {
                width: parent.width
                glyph: Icons.activity
                words: qsTr("Trouble breathing")
            }

            Sign {
                width: parent.width
                glyph: Icons.droplet
                words: qsTr("Heavy bleeding")
            }
        }
    }

    Loader {
        width: parent.width
        active: root.asking && !Theme.wide
        visible: active
        sourceComponent: yes
    }

    Rectangle {
        width: parent.width
        height: card.implicitHeight + 2 * Theme.length(56)
        visible: root.told
        radius: Theme.tileRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Column {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.length(48)
            spacing: Theme.length(16)

            Words {
                width: parent.width
                text: qsTr("Your number")
                color: Theme.softInk
                font.weight: Theme.semibold
                horizontalAlignment: Text.AlignHCenter
            }

            Numbered {
                width: parent.width
                text: root.screen.number
            }
        }
    }
}
