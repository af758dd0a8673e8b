pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// Day, month and year, one after the other.
Page {
    id: root

    required property BirthDateScreen screen
    readonly property bool months: root.screen.part === BirthDateScreen.Part.MONTH

    title: qsTr("When were you born?")
    lead: root.screen.part === BirthDateScreen.Part.DAY ? qsTr("First the day of the month.") : root.months ? qsTr("Now the month.") : qsTr("Now the year, with four digits.")
    problem: qsTr("We could not find an appointment with that. Please check it and try again.")
    problemShown: root.screen.notFound
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    primaryName: qsTr("Continue")
    primaryGlyph: Icons.chevronRight
    primaryEnabled: root.screen.complete
    onGoBack: root.screen.back()
    onGoOn: root.screen.submit()

    display: Row {
        id: parts

        readonly property real share: (width - 2 * spacing) / 10

        width: parent.width
        spacing: Theme.length(20)

        Part {
            width: parts.share * 2.6
            name: qsTr("Day")
            text: root.screen.day
            active: root.screen.part === BirthDateScreen.Part.DAY
            onAct: root.screen.choosePart(BirthDateScreen.Part.DAY)
        }

        Part {
            width: parts.share * 4.2
            name: qsTr("Month")
            text: root.screen.month > 0 ? Qt.locale(Theme.locale).standaloneMonthName(root.screen.month - 1) : ""
            active: root.months
            onAct: root.screen.choosePart(BirthDateScreen.Part.MONTH)
        }

        Part {
            width: parts.share * 3.2
            name: qsTr("Year")
            text: root.screen.year
            active: root.screen.part === BirthDateScreen.Part.YEAR
            onAct: root.screen.choosePart(BirthDateScreen.Part.YEAR)
        }
    }

    Keypad {
        width: parent.width
        visible: !root.months
        room: root.room
        onDigit: key => root.screen.press(key)
        onErase: root.screen.erase()
    }

    Grid {
        id: grid

        readonly property real cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)
        readonly property int rowCount: 12 / columns

        width: parent.width
        visible: root.months
        columns: Theme.largerText ? 2 : 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: 12

            Key {
                required property int index

                name: Qt.locale(Theme.locale).standaloneMonthName(index)
                word: true
                width: grid.cell
                height: Theme.wide && Theme.lowered ? Theme.digitTarget : Math.max(Theme.digitTarget, Math.min(Theme.digitHeight, (root.room - (grid.rowCount - 1) * grid.rowSpacing) / grid.rowCount))
                onAct: root.screen.chooseMonth(index + 1)
            }
        }
    }
}
