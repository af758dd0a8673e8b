import QtQuick

// A number that people hear and look for, as large as the width allows.
Words {
    property real largest: Theme.ticketNumber

    horizontalAlignment: Text.AlignHCenter
    font.pixelSize: largest
    font.weight: Theme.heavy
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.title
    lineHeight: 1
    height: contentHeight * 0.74
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.NoWrap
    LayoutMirroring.enabled: false
}
