import QtQuick
import Anteroom.Screens
import "../../controls"

// The languages, in the midst of a visit.
Page {
    id: root

    required property LanguageScreen screen

    title: qsTr("Language")
    onGoBack: root.screen.back()

    Languages {
        width: parent.width
        columns: 2
        languages: root.screen.languages
        chosen: root.screen.chosen
        onChoose: code => root.screen.choose(code)
    }
}
