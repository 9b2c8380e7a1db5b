/** The one display there is: Xvfb's usual size, which headless Chromium also assumes here. */
export function display(): Electron.Display {
  const size = { width: 1280, height: 1024 }
  return {
    id: 1,
    label: 'Stand-in display',
    bounds: { x: 0, y: 0, ...size },
    workArea: { x: 0, y: 0, ...size },
    size,
    workAreaSize: size,
    nativeOrigin: { x: 0, y: 0 },
    scaleFactor: 1,
    rotation: 0,
    internal: false,
    touchSupport: 'unknown',
    accelerometerSupport: 'unknown',
    monochrome: false,
    colorDepth: 24,
    depthPerComponent: 8,
    colorSpace: '',
    displayFrequency: 60,
    detected: true,
    maximumCursorSize: { width: 64, height: 64 }
  }
}
