import QtQuick
import Anteroom.Screens
import "../../controls"

// The phone number that the appointment was made with.
Page {
    id: root

    required property PhoneScreen screen

    title: qsTr("What is your phone number?")
    lead: qsTr("The one you gave us when you made the appointment.")
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
        name: qsTr("Phone number")
        text: root.screen.phone
    }

    Keypad {
        width: parent.width
        room: root.room
        plus: true
        onDigit: key => root.screen.press(key)
        onErase: root.screen.erase()
    }
}
