import QtQuick
import Anteroom.Screens
import "../../controls"

// Eight digits, or the code held before the scanner.
Page {
    id: root

    required property BookingCodeScreen screen

    title: qsTr("What is your booking code?")
    lead: qsTr("It has 8 digits and is on your confirmation. You can also hold its square code in front of the scanner.")
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

    display: Digits {
        width: parent.width
        name: qsTr("Booking code")
        text: root.screen.code.replace(/(.{4})(?=.)/, "$1 ")
        hint: "···· ····"
    }

    Keypad {
        id: keypad

        width: parent.width
        room: root.room - other.height - Theme.gap
        onDigit: key => root.screen.press(key)
        onErase: root.screen.erase()
    }

    Quiet {
        id: other

        width: parent.width
        framed: true
        glyph: Icons.phone
        name: qsTr("Use my phone number instead")
        onAct: root.screen.anotherWay()
    }
}
