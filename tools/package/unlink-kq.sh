
if [ "$(readlink /usr/bin/kq)" = '/opt/${sanitizedProductName}/resources/bin/kq' ]; then
    rm -f /usr/bin/kq
fi
