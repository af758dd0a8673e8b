import QtQuick
import "controls"

// Stands where Home would, when this machine's records cannot be used: a word to patients, and what staff can do.
Window {
    id: root

    required property string staffWords

    title: qsTranslate("Notice", "This does not work just now")
    color: Theme.paper
    visible: true

    Binding {
        target: Theme
        property: "windowWidth"
        value: root.width
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: root.height
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.margin
        spacing: Theme.grid * 2

        Words {
            width: parent.width
            text: qsTranslate("Notice", "This does not work just now")
            font.pixelSize: Theme.title
            font.weight: Theme.heavy
        }

        Words {
            width: parent.width
            text: qsTranslate("Notice", "Please come to the desk")
        }
    }

    Words {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        text: root.staffWords
        font.pixelSize: Theme.note
        color: Theme.softInk
    }
}
