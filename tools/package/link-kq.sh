
# The terminal's kq, unless something else has its name.
if [ ! -e /usr/bin/kq ] && [ ! -L /usr/bin/kq ]; then
    ln -s '/opt/${sanitizedProductName}/resources/bin/kq' /usr/bin/kq || true
fi
