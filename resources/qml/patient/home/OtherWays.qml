import QtQuick
import Anteroom.Screens
import "../../controls"

// What fewer people come for: quieter than the two tiles.
Grid {
    id: root

    required property HomeScreen screen
    readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)

    columnSpacing: Theme.gap
    rowSpacing: Theme.length(16)

    Quiet {
        width: root.cell
        framed: true
        glyph: Icons.calendarPlus
        name: qsTr("Book an appointment")
        fontSize: Theme.text(30)
        onAct: root.screen.bookOne()
    }

    Quiet {
        width: root.cell
        framed: true
        glyph: Icons.usersRound
        name: qsTr("My place in the queue")
        fontSize: Theme.text(30)
        onAct: root.screen.lookUpPlace()
    }
}
