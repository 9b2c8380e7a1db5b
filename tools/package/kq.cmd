@echo off
rem Keyquay's command line, on the Node that comes with the app.
setlocal
if defined NODE_OPTIONS set "KEYQUAY_NODE_OPTIONS=%NODE_OPTIONS%"
set "NODE_OPTIONS="
set "NODE_COMPILE_CACHE="
rem OPENSSL_CONF may name a library that OpenSSL loads; what is said here goes before it.
"%~dp0..\kq\node.exe" --openssl-config=NUL -- "%~dp0..\kq\main\cli.js" %*
