import QtQuick
import Anteroom.Screens
import "../../controls"

// What is not correct any more: a phone number is typed here, all else is the desk's.
Page {
    id: root

    required property ChangesScreen screen

    title: qsTr("What has changed?")
    step: root.screen.step
    steps: root.screen.steps
    onGoBack: root.screen.back()

    Tile {
        width: parent?.width ?? 0
        name: qsTr("My phone number")
        more: root.screen.phone === "" ? qsTr("You type it here") : qsTr("Until now %1").arg(Theme.isolated(root.screen.phone))
        glyph: Icons.phone
        onAct: root.screen.changePhone()
    }

    Tile {
        width: parent?.width ?? 0
        name: qsTr("Something else")
        more: qsTr("We tell the desk. You get your number all the same.")
        glyph: Icons.pencil
        onAct: root.screen.tellDesk()
    }
}
