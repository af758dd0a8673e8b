import QtQuick
import Anteroom.Screens
import "../../controls"

// Each choice is in force at once.
Page {
    id: root

    required property EaseScreen screen

    title: qsTr("Easier to see and reach")
    lead: qsTr("Choose what helps you. It ends when you are done.")
    backShown: false
    primaryName: qsTr("Go on")
    primaryGlyph: Icons.chevronRight
    onGoOn: root.screen.done()

    Choice {
        least: Theme.primaryTarget
        padding: Theme.length(14)
        width: parent.width
        glyph: Icons.aLargeSmall
        name: qsTr("Larger text")
        checked: root.screen.largerText
        onAct: root.screen.toggleLargerText()
    }

    Choice {
        least: Theme.primaryTarget
        padding: Theme.length(14)
        width: parent.width
        glyph: Icons.contrast
        name: qsTr("Stronger contrast")
        checked: root.screen.highContrast
        onAct: root.screen.toggleHighContrast()
    }

    Choice {
        least: Theme.primaryTarget
        padding: Theme.length(14)
        width: parent.width
        glyph: Icons.arrowDownToLine
        name: qsTr("Lower on the screen")
        checked: root.screen.lowered
        onAct: root.screen.toggleLowered()
    }

    Choice {
        least: Theme.primaryTarget
        padding: Theme.length(14)
        width: parent.width
        glyph: Icons.hourglass
        name: qsTr("More time")
        checked: root.screen.moreTime
        onAct: root.screen.toggleMoreTime()
    }

    Choice {
        least: Theme.primaryTarget
        padding: Theme.length(14)
        width: parent.width
        visible: root.screen.canReadAloud
        glyph: Icons.volume2
        name: qsTr("Read the screens aloud")
        checked: root.screen.readAloud
        onAct: root.screen.toggleReadAloud()
    }
}
